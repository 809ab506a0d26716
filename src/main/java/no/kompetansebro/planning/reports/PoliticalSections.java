package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.web.SchoolFigures;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.planning.reports.SmallGroups.Group;
import no.kompetansebro.planning.reports.Snapshot.Line;

/** A report for who may not see people: it leads nowhere, and tells nothing of small groups. */
record PoliticalSections(ReportPeriod period, Snapshot snapshot, Words words) {

    List<Section> all() {
        HiddenRequirements hidden = HiddenRequirements.of(snapshot);
        List<Section> all = new ArrayList<>(List.of(
                headline(),
                lines("units", snapshot.units(), units(), line -> words.name(line.name())),
                lines("requirements", snapshot.requirements(), hidden.requirements(), line -> words.name(line.name())),
                lines(
                        "categories",
                        snapshot.categories(),
                        hidden.categories(),
                        line -> words.text("coverage.category." + line.key()))));
        if (!snapshot.school().isEmpty()) {
            all.add(school());
        }
        all.addAll(new PoliticalDetails(snapshot, words).all());
        return all;
    }

    private PartWords parts() {
        return new PartWords(words, "planning.reports.political.note.");
    }

    private FigureColumns columns() {
        return new FigureColumns(words);
    }

    private Section headline() {
        return parts().section(
                        "headline",
                        columns().brief(),
                        List.of(
                                row("asOf", words.date(period.asOf()), snapshot.total()),
                                row("before", words.date(period.from().minusDays(1)), snapshot.before())));
    }

    private Row row(String key, String name, Figures figures) {
        return columns().row(key, name, SmallGroups.group(figures).isSmall(), FigureColumns.brief(figures));
    }

    private SmallGroups units() {
        return SmallGroups.of(
                snapshot.units().stream()
                        .map(line -> SmallGroups.group(line.figures()))
                        .toList(),
                SmallGroups.group(snapshot.total()));
    }

    private Section lines(String id, List<Line> lines, SmallGroups hidden, Function<Line, String> name) {
        return parts().section(
                        id,
                        columns().brief(),
                        IntStream.range(0, lines.size())
                                .mapToObj(i -> columns()
                                        .row(
                                                lines.get(i).key(),
                                                name.apply(lines.get(i)),
                                                hidden.hides(i),
                                                FigureColumns.brief(lines.get(i).figures())))
                                .toList());
    }

    private Section school() {
        List<SchoolFigures.Level> levels = snapshot.school();
        List<Group> groups = levels.stream()
                .map(level -> new Group(level.leaders(), level.covered(), level.toCover()))
                .toList();
        SmallGroups hidden = SmallGroups.of(groups, SmallGroups.sum(groups));
        FigureColumns columns = columns();
        return parts().section(
                        "school",
                        List.of(
                                columns.number("leaders"),
                                columns.number("toCover"),
                                columns.number("covered"),
                                columns.percent("coverage")),
                        IntStream.range(0, levels.size())
                                .mapToObj(i -> columns()
                                        .row(
                                                levels.get(i).level(),
                                                words.text(
                                                        "planning.gap.level",
                                                        levels.get(i).level()),
                                                hidden.hides(i),
                                                FigureColumns.shareOf(
                                                        levels.get(i).leaders(),
                                                        levels.get(i).covered(),
                                                        levels.get(i).toCover())))
                                .toList());
    }
}
