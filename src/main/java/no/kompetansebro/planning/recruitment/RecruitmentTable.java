package no.kompetansebro.planning.recruitment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.planning.recruitment.Outlooks.Outlook;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;
import no.kompetansebro.tables.Table;
import no.kompetansebro.tables.Table.Definition;

/** Needs and departures as a table: for each position a row of each kind. */
record RecruitmentTable(Outlook outlook, RecruitmentWords says) {

    Table table() {
        List<Column> columns = new ArrayList<>(Stream.of("code", "position", "what")
                .map(column -> Column.text(says.text("column." + column)))
                .toList());
        outlook.horizon().years().forEach(year -> columns.add(Column.number(String.valueOf(year))));
        columns.add(Column.number(says.text("column.sum")));
        return Table.of(
                        "rekruttering",
                        says.text("title"),
                        outlook.horizon().from(),
                        columns,
                        PositionLines.of(outlook).stream().flatMap(this::rows).toList())
                .defining(says.assumptions(outlook).stream()
                        .map(sentence -> new Definition(says.text("assumptions"), sentence))
                        .toList());
    }

    private Stream<List<Cell>> rows(PositionLines lines) {
        return Stream.of(
                row(lines, "line.need", lines.need()),
                row(lines, "line.below", lines.below()),
                row(
                        lines,
                        "line.known",
                        lines.departures().stream().map(Departures.Year::known).toList()),
                row(
                        lines,
                        "line.retired",
                        lines.departures().stream()
                                .map(Departures.Year::retired)
                                .toList()),
                row(
                        lines,
                        "line.turnover",
                        lines.departures().stream()
                                .map(Departures.Year::turnover)
                                .toList()),
                row(lines, "line.educated", lines.educated()),
                row(lines, "line.open", lines.open()));
    }

    private List<Cell> row(PositionLines lines, String kind, List<? extends Number> years) {
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.text(lines.position()), Cell.text(lines.title()), Cell.text(says.text(kind))));
        years.forEach(value -> cells.add(cell(value.doubleValue())));
        cells.add(cell(years.stream().mapToDouble(Number::doubleValue).sum()));
        return cells;
    }

    private static Cell cell(double value) {
        return Cell.number(RecruitmentWords.tenths(value).stripTrailingZeros());
    }
}
