package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.planning.reports.SmallGroups.Group;
import no.kompetansebro.planning.reports.Snapshot.GapLine;
import no.kompetansebro.planning.reports.Snapshot.Minimum;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;

/** The parts of a report for who may not see people that are not rows of figures: gap days, and counts of units. */
record PoliticalDetails(Snapshot snapshot, Words words) {

    List<Section> all() {
        return List.of(gapDays(), minimums(), duties());
    }

    private PartWords parts() {
        return new PartWords(words, "planning.reports.political.note.");
    }

    private FigureColumns columns() {
        return new FigureColumns(words);
    }

    private Section gapDays() {
        List<GapLine> lines = snapshot.gapDays().lines();
        Group total = SmallGroups.ofDays(
                snapshot.gapDays().people(), snapshot.gapDays().days());
        SmallGroups hidden = SmallGroups.of(
                lines.stream()
                        .map(line -> SmallGroups.ofDays(line.people(), line.days()))
                        .toList(),
                total);
        List<Row> rows = new ArrayList<>();
        rows.add(columns()
                .row(
                        "total",
                        words.text("planning.reports.total"),
                        hidden.total(),
                        gapDays(snapshot.gapDays().days(), snapshot.gapDays().people())));
        IntStream.range(0, lines.size())
                .mapToObj(i -> columns()
                        .row(
                                lines.get(i).key(),
                                words.name(lines.get(i).name()),
                                hidden.hides(i),
                                gapDays(lines.get(i).days(), lines.get(i).people())))
                .forEach(rows::add);
        return parts().section(
                        "gapDays", List.of(columns().number("days"), columns().number("people")), rows);
    }

    private static List<Cell> gapDays(long days, long people) {
        return List.of(Cell.number(days), Cell.number(people));
    }

    /** How many hold something in a unit is a small group by its nature; how many units have enough is not. */
    private Section minimums() {
        Map<String, List<Minimum>> byRequirement = snapshot.minimums().stream()
                .collect(Collectors.groupingBy(Minimum::key, LinkedHashMap::new, Collectors.toList()));
        return parts().section(
                        "minimums",
                        ofUnits("met"),
                        byRequirement.values().stream()
                                .map(units -> new Row(
                                        units.getFirst().key(),
                                        words.name(units.getFirst().name()),
                                        "",
                                        ofUnits(
                                                units.stream()
                                                        .filter(each -> each.status() != MinimumStanding.Level.NOT_MET)
                                                        .count(),
                                                units.size())))
                                .toList());
    }

    private Section duties() {
        return parts().section(
                        "duties",
                        ofUnits("done"),
                        snapshot.duties().stream()
                                .map(duty -> new Row(
                                        duty.key(), words.name(duty.name()), "", ofUnits(duty.done(), duty.of())))
                                .toList());
    }

    private List<Column> ofUnits(String part) {
        return List.of(
                columns().number("units"), columns().number(part), columns().percent("share"));
    }

    private static List<Cell> ofUnits(long part, long whole) {
        return List.of(Cell.number(whole), Cell.number(part), FigureColumns.share(part, whole));
    }
}
