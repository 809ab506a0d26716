package no.kompetansebro.planning.reports;

import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.tables.Cell;

/** The parts of a report for who may see people that are not rows of figures: gap days, minimums, duties of units. */
record FullDetails(Snapshot snapshot, ReportLinks links, Words words) {

    List<Section> all() {
        return List.of(gapDays(), minimums(), duties());
    }

    private PartWords parts() {
        return new PartWords(words, "planning.reports.note.");
    }

    private FigureColumns columns() {
        return new FigureColumns(words);
    }

    private Section gapDays() {
        Row total = new Row(
                "total",
                words.text("planning.reports.total"),
                "",
                List.of(
                        Cell.number(snapshot.gapDays().days()),
                        Cell.number(snapshot.gapDays().people())));
        Stream<Row> rows = snapshot.gapDays().lines().stream()
                .map(line -> new Row(
                        line.key(),
                        words.name(line.name()),
                        links.requirement(line.key()),
                        List.of(Cell.number(line.days()), Cell.number(line.people()))));
        return parts().section(
                        "gapDays",
                        List.of(columns().number("days"), columns().number("people")),
                        Stream.concat(Stream.of(total), rows).toList());
    }

    private Section minimums() {
        FigureColumns columns = columns();
        return parts().section(
                        "minimums",
                        List.of(
                                columns.text("unit"),
                                columns.number("required"),
                                columns.number("holders"),
                                columns.text("status"),
                                columns.date("atRisk")),
                        snapshot.minimums().stream()
                                .filter(each -> each.status() != MinimumStanding.Level.MET)
                                .map(this::minimum)
                                .toList());
    }

    private Row minimum(Snapshot.Minimum minimum) {
        return new Row(
                minimum.key() + " " + minimum.unit(),
                words.name(minimum.name()),
                links.unit(minimum.unit()),
                List.of(
                        Cell.text(words.name(minimum.unitName())),
                        Cell.number(minimum.required()),
                        Cell.number(minimum.holders()),
                        Cell.text(words.text(
                                "planning.reports.minimum." + minimum.status().name())),
                        Cell.date(minimum.atRiskOn())));
    }

    private Section duties() {
        FigureColumns columns = columns();
        return parts().section(
                        "duties",
                        List.of(
                                columns.number("units"),
                                columns.number("done"),
                                columns.percent("share"),
                                columns.text("missing")),
                        snapshot.duties().stream()
                                .map(duty -> new Row(
                                        duty.key(),
                                        words.name(duty.name()),
                                        "",
                                        List.of(
                                                Cell.number(duty.of()),
                                                Cell.number(duty.done()),
                                                FigureColumns.share(duty.done(), duty.of()),
                                                Cell.text(String.join(", ", duty.missing())))))
                                .toList());
    }
}
