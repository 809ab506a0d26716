package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What <i>Å bekrefte</i> shows.
 *
 * @param outcome what became of what was just done; empty: nothing was
 * @param late what somebody else had decided by then: by whom, and what
 */
record AttestView(String outcome, List<String> late, List<Row> waiting, List<Row> decided) {

    /**
     * A claim.
     *
     * @param seen id and version, as a form sends them back
     * @param details with whom, and in the employee's own words
     * @param decision who decided what when, and why; empty while it waits
     */
    record Row(
            UUID id,
            String seen,
            int version,
            String name,
            String subject,
            String kind,
            String dates,
            List<String> details,
            boolean document,
            String since,
            String state,
            String decision,
            boolean revocable) {}

    /** One claim, with what can be corrected. */
    record One(
            Row row,
            List<String> levels,
            boolean ofCompetence,
            Map<String, String> values,
            Map<String, String> errors) {}
}
