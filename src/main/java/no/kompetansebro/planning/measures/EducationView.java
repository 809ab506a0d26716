package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.planning.measures.PlanHead.Option;

/**
 * The page of educations and binding time.
 *
 * @param form which form the fields are of: that of a new education or agreement, or the key of what is changed
 */
record EducationView(
        PlanHead head,
        String outcome,
        List<Count> counts,
        List<Row> tracks,
        List<Bound> bindings,
        List<Option> kinds,
        List<Option> items,
        List<Option> ongoing,
        String form,
        PlanFields fields) {

    /** Educations of one kind, by how far they have come. */
    record Count(String kind, String ongoing, String completed, String brokenOff) {}

    /** An education. */
    record Row(
            UUID id,
            int version,
            String name,
            String unit,
            String kind,
            String education,
            String leadsTo,
            String from,
            String expected,
            String state,
            boolean ongoing,
            boolean late,
            boolean mayChange) {}

    /** An agreement; {@code alert} is empty where nobody leaves before its time. */
    record Bound(
            UUID id,
            int version,
            String name,
            String unit,
            String agreement,
            String support,
            String from,
            String lastDay,
            String remaining,
            String state,
            String alert,
            boolean open,
            boolean mayChange) {}

    public String value(String field) {
        return fields.value(field);
    }

    public Map<String, String> errors() {
        return fields.errors();
    }
}
