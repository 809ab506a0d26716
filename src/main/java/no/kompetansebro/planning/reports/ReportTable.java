package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;
import no.kompetansebro.tables.Table;
import no.kompetansebro.tables.Table.Definition;

/** A report as one table: a row for each row of its parts, and each column once. */
record ReportTable(FrozenReport report, List<Section> sections, Words words) {

    Table table(String name) {
        Map<Column, Integer> places = new LinkedHashMap<>();
        sections.forEach(section -> section.columns().forEach(column -> places.putIfAbsent(column, places.size())));
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(words.text("planning.reports.column.part")),
                Column.text(words.text("planning.reports.column.row"))));
        columns.addAll(places.keySet());
        List<List<Cell>> rows = sections.stream()
                .flatMap(section -> section.rows().stream().map(row -> row(section, row, places)))
                .toList();
        return Table.of(name, title(), report.period().asOf(), columns, rows)
                .leavingOut(words.text("planning.reports.leftOut"), words.text("planning.reports.overlap"))
                .defining(report.snapshot().definitions().stream()
                        .map(each -> new Definition(words.name(each.word()), words.name(each.meaning())))
                        .toList());
    }

    private String title() {
        return words.text(
                "planning.reports.fileTitle",
                report.number().toString(),
                words.name(report.snapshot().area()),
                report.period().name(words));
    }

    private static List<Cell> row(Section section, Section.Row row, Map<Column, Integer> places) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(places.size(), Cell.NONE));
        for (int i = 0; i < section.columns().size(); i++) {
            Integer place = places.get(section.columns().get(i));
            if (place != null) {
                cells.set(place, row.cells().get(i));
            }
        }
        cells.addFirst(Cell.text(row.name()));
        cells.addFirst(Cell.text(section.title()));
        return cells;
    }
}
