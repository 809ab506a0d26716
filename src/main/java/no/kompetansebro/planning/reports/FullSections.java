package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.planning.reports.Snapshot.Line;
import no.kompetansebro.tables.Cell;

/** A report for who may see the people behind it. */
record FullSections(ReportPeriod period, Snapshot snapshot, ReportLinks links, Words words) {

    List<Section> all() {
        List<Section> all = new ArrayList<>(List.of(headline(), units(), requirements(), categories()));
        if (!snapshot.school().isEmpty()) {
            all.add(school());
        }
        all.addAll(new FullDetails(snapshot, links, words).all());
        return all;
    }

    private PartWords parts() {
        return new PartWords(words, "planning.reports.note.");
    }

    private FigureColumns columns() {
        return new FigureColumns(words);
    }

    private Section headline() {
        return parts().section(
                        "headline",
                        columns().full(),
                        List.of(
                                new Row("asOf", words.date(period.asOf()), "", FigureColumns.full(snapshot.total())),
                                new Row(
                                        "before",
                                        words.date(period.from().minusDays(1)),
                                        "",
                                        FigureColumns.full(snapshot.before()))));
    }

    private Section units() {
        return lines("units", snapshot.units(), links::unit);
    }

    private Section requirements() {
        return lines("requirements", snapshot.requirements(), links::requirement);
    }

    private Section categories() {
        return parts().section(
                        "categories",
                        columns().full(),
                        snapshot.categories().stream()
                                .map(line -> new Row(
                                        line.key(),
                                        words.text("coverage.category." + line.key()),
                                        "",
                                        FigureColumns.full(line.figures())))
                                .toList());
    }

    private Section lines(String id, List<Line> lines, Function<String, String> link) {
        return parts().section(
                        id,
                        columns().full(),
                        lines.stream()
                                .map(line -> new Row(
                                        line.key(),
                                        words.name(line.name()),
                                        link.apply(line.key()),
                                        FigureColumns.full(line.figures())))
                                .toList());
    }

    private Section school() {
        FigureColumns columns = columns();
        return parts().section(
                        "school",
                        List.of(
                                columns.number("leaders"),
                                columns.number("toCover"),
                                columns.number("covered"),
                                columns.percent("coverage"),
                                columns.number("agreed")),
                        snapshot.school().stream()
                                .map(level -> new Row(
                                        level.level(),
                                        words.text("planning.gap.level", level.level()),
                                        "",
                                        Stream.concat(
                                                        FigureColumns.shareOf(
                                                                level.leaders(), level.covered(), level.toCover())
                                                                .stream(),
                                                        Stream.of(Cell.number(level.agreed())))
                                                .toList()))
                                .toList());
    }
}
