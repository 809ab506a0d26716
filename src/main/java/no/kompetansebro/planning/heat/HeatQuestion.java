package no.kompetansebro.planning.heat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.SummaryRow.By;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the rows and columns of a heat map are. */
record HeatQuestion(By rows, By columns) {

    static final List<By> ROWS = List.of(By.UNIT, By.POSITION, By.LEADER_LEVEL);
    static final List<By> COLUMNS = List.of(By.REQUIREMENT, By.COMPETENCE, By.CATEGORY);

    static HeatQuestion of(String rows, String columns) {
        return new HeatQuestion(one(rows, ROWS), one(columns, COLUMNS));
    }

    private static By one(String code, List<By> of) {
        return of.stream()
                .filter(by -> code(by).equals(code) || (code.isEmpty() && by == of.getFirst()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** As in the REST API. */
    static String code(By by) {
        return switch (by) {
            case UNIT -> "unit";
            case REQUIREMENT -> "requirement";
            case COMPETENCE -> "competence";
            case POSITION -> "position";
            case CATEGORY -> "category";
            case LEADER_LEVEL -> "leaderLevel";
        };
    }

    /** In an address; what goes without saying is left out. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("rader", rows == ROWS.getFirst() ? "" : code(rows));
        parameters.put("kolonner", columns == COLUMNS.getFirst() ? "" : code(columns));
        return parameters;
    }
}
