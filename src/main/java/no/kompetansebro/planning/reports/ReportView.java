package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;
import no.kompetansebro.tables.FileLinks;

/**
 * A report as a page shows it.
 *
 * @param made when and, for who may see people, by whom
 * @param other the report for the other readers
 * @param again where it is made again and compared; empty where that is not offered
 */
record ReportView(
        String number,
        String area,
        String period,
        String asOf,
        String made,
        boolean political,
        String other,
        String again,
        FileLinks files,
        List<Part> parts,
        List<Meaning> definitions) {

    /** A part with its table. */
    record Part(String id, String title, String note, String rowTitle, List<Head> columns, List<Line> rows) {}

    /** The head of a column; figures stand to the right. */
    record Head(String text, boolean right) {}

    /** A row. */
    record Line(String name, String href, List<Text> cells) {}

    /** What stands in a cell. */
    record Text(String text, boolean right) {}

    /** What a word means. */
    record Meaning(String word, String meaning) {}

    static Part part(Section section, Words words) {
        return new Part(
                section.id(),
                section.title(),
                section.note(),
                section.rowTitle(),
                section.columns().stream()
                        .map(column -> new Head(column.title(), isRight(column)))
                        .toList(),
                section.rows().stream().map(row -> line(section, row, words)).toList());
    }

    private static Line line(Section section, Section.Row row, Words words) {
        List<Text> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(new Text(
                    text(row.cells().get(i), words), isRight(section.columns().get(i))));
        }
        return new Line(row.name(), row.href(), cells);
    }

    private static boolean isRight(Column column) {
        return column.kind() == Column.Kind.NUMBER || column.kind() == Column.Kind.PERCENT;
    }

    /** As one reads it; a dash for nothing. */
    static String text(Cell cell, Words words) {
        return switch (cell) {
            case Cell.Text text -> text.value().isEmpty() ? Words.DASH : text.value();
            case Cell.Amount amount -> words.number(amount.value());
            case Cell.Share share ->
                words.percent(OptionalDouble.of(share.value().doubleValue()));
            case Cell.Day day -> words.date(day.value());
        };
    }
}
