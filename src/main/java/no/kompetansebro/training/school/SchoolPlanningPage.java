package no.kompetansebro.training.school;

import java.util.Arrays;
import java.util.List;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.tables.FileLinks;
import no.kompetansebro.tables.Table;
import no.kompetansebro.training.school.LeaderStanding.Progress;
import no.kompetansebro.training.school.ModuleStanding.Place;
import no.kompetansebro.training.school.PlanningView.Cell;
import no.kompetansebro.training.school.PlanningView.Level;
import no.kompetansebro.training.school.PlanningView.Row;
import no.kompetansebro.training.school.PlanningView.State;
import no.kompetansebro.training.school.SchoolView.StateView;
import org.springframework.stereotype.Component;

/** Puts HR's page about the leadership school together, and the file with the same figures. */
@Component
class SchoolPlanningPage {

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final Lexicons lexicons;

    SchoolPlanningPage(Staff staff, LeaderPathsInForce paths, Standings standings, Lexicons lexicons) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.lexicons = lexicons;
    }

    PlanningView of(Viewer viewer, AsOf asOf, Words words) {
        List<Leader> all = staff.ofPlanner(viewer, asOf.date());
        SchoolReport report = report(viewer, all, asOf);
        SchoolWords school = new SchoolWords(lexicons.current(), words);
        return new PlanningView(
                !report.modules().isEmpty(),
                words.number(report.leaders()),
                school.bar(report.progress()),
                states(report::count, "", asOf, words),
                report.levels().entrySet().stream()
                        .map(each -> level(each.getKey(), each.getValue(), asOf, school))
                        .toList(),
                report.modules().stream()
                        .map(module -> row(module, report, asOf, school))
                        .toList(),
                words.text("training.school.plan.leftOut", all.size() - report.leaders()),
                FileLinks.of(SchoolPlanning.PATH, asOf::link));
    }

    /** Of those at levels of which the school requires something. */
    private SchoolReport report(Viewer viewer, List<Leader> leaders, AsOf asOf) {
        LeaderPaths inForce = paths.on(asOf.date());
        List<Leader> counted =
                leaders.stream().filter(leader -> leader.isAtLevelOf(inForce)).toList();
        return SchoolReport.of(inForce, standings.of(viewer, counted, inForce, asOf.date()));
    }

    /** Counts the leaders in a state. */
    private interface Counting {
        long of(Needs.State state);
    }

    private static List<State> states(Counting counting, String level, AsOf asOf, Words words) {
        return Arrays.stream(Needs.State.values())
                .map(state -> new State(
                        new StateView(
                                SchoolWords.code(state), words.text("training.school.plan.state." + state.name())),
                        words.number(counting.of(state)),
                        link(asOf, new LeaderFilter(level, "", state.name()))))
                .toList();
    }

    private static Level level(String code, SchoolReport.Level level, AsOf asOf, SchoolWords school) {
        return new Level(
                code,
                school.words().number(level.leaders()),
                school.bar(level.progress()),
                states(level::count, code, asOf, school.words()),
                link(asOf, new LeaderFilter(code, "", "")));
    }

    private static Row row(ItemCode module, SchoolReport report, AsOf asOf, SchoolWords school) {
        String theme = school.theme(module);
        return new Row(
                school.name(module),
                theme.isEmpty() ? "" : school.words().text("training.school.theme." + theme),
                report.levels().entrySet().stream()
                        .map(each -> cell(module, each.getKey(), each.getValue(), asOf, school))
                        .toList());
    }

    private static Cell cell(ItemCode module, String code, SchoolReport.Level level, AsOf asOf, SchoolWords school) {
        long agreed = level.count(module, Place.AGREED);
        return new Cell(
                school.bar(new Progress(level.count(module, Place.COVERED), level.required(module))),
                level.required(module) > 0,
                agreed == 0 ? "" : school.words().text("training.school.plan.agreed", agreed),
                link(asOf, new LeaderFilter(code, module.value(), "")));
    }

    private static String link(AsOf asOf, LeaderFilter filter) {
        return asOf.link(SchoolPlanning.LEADERS, filter.parameters());
    }

    /** For each level and module all the places, which sum to the level's leaders. */
    Table table(Viewer viewer, AsOf asOf, Words words) {
        List<Leader> all = staff.ofPlanner(viewer, asOf.date());
        SchoolReport report = report(viewer, all, asOf);
        return new SchoolTable(report, new SchoolWords(lexicons.current(), words))
                .on(asOf, words.text("training.school.plan.leftOut", all.size() - report.leaders()));
    }
}
