package no.kompetansebro.planning.measures;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A plan as its tables are printed: the strategic goals, the needs, the measures; each cell a text. */
record PlanSheet(List<String> goals, Table needs, Table measures) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A table with its heads. */
    record Table(List<String> columns, List<List<String>> rows) {}

    String json() {
        return MAPPER.writeValueAsString(this);
    }

    static PlanSheet of(String json) {
        return MAPPER.readValue(json, PlanSheet.class);
    }
}
