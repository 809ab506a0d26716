package no.kompetansebro.training;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that a Norwegian spreadsheet opens as it is: semicolons, a byte-order mark, and no cell that a spreadsheet would take
 * for a formula.
 */
public final class SpreadsheetText {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    /** Adds a row. */
    public SpreadsheetText row(List<String> cells) {
        text.append(cells.stream().map(SpreadsheetText::cell).collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
