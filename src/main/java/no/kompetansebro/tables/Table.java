package no.kompetansebro.tables;

import java.time.LocalDate;
import java.util.List;

/**
 * A table with what it takes to understand it away from its page.
 *
 * @param name what its file is called, without date and ending: small letters, digits and hyphens
 * @param asOf the date that its figures are about
 * @param leftOut what its figures leave out, in sentences
 * @param definitions what its figures mean
 */
public record Table(
        String name,
        String title,
        LocalDate asOf,
        List<Column> columns,
        List<List<Cell>> rows,
        List<String> leftOut,
        List<Definition> definitions) {

    /** What a word means. */
    public record Definition(String word, String meaning) {}

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        leftOut = leftOut.stream().filter(text -> !text.isBlank()).toList();
        definitions = List.copyOf(definitions);
        for (List<Cell> row : rows) {
            refuse(columns, row);
        }
    }

    private static void refuse(List<Column> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(row.size() + " cells in a row of " + columns.size() + " columns");
        }
        for (int i = 0; i < row.size(); i++) {
            if (!columns.get(i).kind().takes(row.get(i))) {
                throw new IllegalArgumentException(row.get(i) + " in the column " + columns.get(i));
            }
        }
    }

    public static Table of(String name, String title, LocalDate asOf, List<Column> columns, List<List<Cell>> rows) {
        return new Table(name, title, asOf, columns, rows, List.of(), List.of());
    }

    /** The same, saying what its figures leave out. */
    public Table leavingOut(String... sentences) {
        return new Table(name, title, asOf, columns, rows, List.of(sentences), definitions);
    }

    /** The same, saying what its figures mean. */
    public Table defining(List<Definition> definitions) {
        return new Table(name, title, asOf, columns, rows, leftOut, definitions);
    }
}
