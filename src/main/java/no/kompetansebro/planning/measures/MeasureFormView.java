package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Map;
import no.kompetansebro.planning.measures.PlanHead.Option;

/**
 * The form of a measure.
 *
 * @param action where it is sent to
 * @param version the version that is changed; 0 for a new measure
 * @param overtaken who has changed it since and when, in words; empty where nobody has
 */
record MeasureFormView(
        String title,
        String action,
        String back,
        int version,
        String overtaken,
        PlanFields fields,
        List<Option> plans,
        List<Option> goals,
        List<Option> needs,
        List<Option> requirements,
        List<Integer> years) {

    public String value(String field) {
        return fields.value(field);
    }

    public Map<String, String> errors() {
        return fields.errors();
    }
}
