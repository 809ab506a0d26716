package no.kompetansebro.planning.wheel;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.coverage.Figures;
import tools.jackson.databind.json.JsonMapper;

/** The coverage of a unit on a date as it was known then: the whole, and requirement by requirement (coverage.md section 8). */
record FrozenFigures(LocalDate asOf, Figures total, List<Row> requirements) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A requirement by the code and the name that it had. */
    record Row(String code, String name, Figures figures) {

        long gap() {
            return figures.due() + figures.overdue() + figures.expired();
        }
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    static FrozenFigures read(String text) {
        return JSON.readValue(text, FrozenFigures.class);
    }
}
