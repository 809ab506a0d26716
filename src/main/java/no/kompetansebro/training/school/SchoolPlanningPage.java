package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.training.school.LeaderStanding.Progress;
import no.kompetansebro.training.school.ModuleStanding.Place;
import no.kompetansebro.training.school.PlanningView.Cell;
import no.kompetansebro.training.school.PlanningView.Level;
import no.kompetansebro.training.school.PlanningView.Names;
import no.kompetansebro.training.school.PlanningView.Page;
import no.kompetansebro.training.school.PlanningView.Person;
import no.kompetansebro.training.school.PlanningView.Row;
import no.kompetansebro.training.school.PlanningView.State;
import no.kompetansebro.training.school.SchoolView.StateView;
import org.springframework.stereotype.Component;

/** Puts HR's pages about the leadership school together. */
@Component
class SchoolPlanningPage {

    private static final int PER_PAGE = 100;
    private static final List<Place> OPEN_FIRST =
            List.of(Place.OPEN, Place.COVERED, Place.EXEMPT, Place.AGREED, Place.NONE);

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final Lexicons lexicons;
    private final Viewers viewers;

    SchoolPlanningPage(Staff staff, LeaderPathsInForce paths, Standings standings, Lexicons lexicons, Viewers viewers) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.lexicons = lexicons;
        this.viewers = viewers;
    }

    PlanningView of(Viewer viewer, AsOf asOf, Words words) {
        LeaderPaths inForce = paths.on(asOf.date());
        List<Leader> all = leaders(viewer, asOf.date());
        List<Leader> counted =
                all.stream().filter(leader -> leader.isAtLevelOf(inForce)).toList();
        SchoolReport report = SchoolReport.of(inForce, standings.of(viewer, counted, inForce, asOf.date()));
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
                words.text("training.school.plan.leftOut", all.size() - counted.size()),
                asOf.link(SchoolPlanning.CSV));
    }

    /** Those at a level or leading a unit, whom the viewer plans for. */
    private List<Leader> leaders(Viewer viewer, LocalDate date) {
        return staff.on(date).all().stream()
                .filter(leader -> leader.posts().stream().anyMatch(post -> viewer.sees(post.unit())))
                .filter(leader -> leader.level().isPresent())
                .toList();
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
    String file(Viewer viewer, AsOf asOf, Words words) {
        LeaderPaths inForce = paths.on(asOf.date());
        List<Leader> counted = leaders(viewer, asOf.date()).stream()
                .filter(leader -> leader.isAtLevelOf(inForce))
                .toList();
        SchoolReport report = SchoolReport.of(inForce, standings.of(viewer, counted, inForce, asOf.date()));
        SchoolWords school = new SchoolWords(lexicons.current(), words);
        CsvText file = new CsvText()
                .row(Stream.of(
                                "date", "level", "module", "name", "leaders", "covered", "open", "exempt", "agreed",
                                "none")
                        .map(column -> words.text("training.school.file." + column))
                        .toList());
        report.levels()
                .forEach((code, level) -> report.modules().forEach(module -> {
                    List<String> cells = new ArrayList<>(List.of(
                            asOf.date().toString(),
                            code,
                            module.value(),
                            school.name(module),
                            String.valueOf(level.leaders())));
                    Arrays.stream(Place.values())
                            .map(place -> String.valueOf(level.count(module, place)))
                            .forEach(cells::add);
                    file.row(cells);
                }));
        return file.toString();
    }

    Names leaders(Viewer viewer, LeaderFilter filter, int page, AsOf asOf, Words words) {
        LeaderPaths inForce = paths.on(asOf.date());
        Leaders today = staff.on(asOf.today());
        SchoolWords school = new SchoolWords(lexicons.current(), words);
        List<Leader> counted = leaders(viewer, asOf.date()).stream()
                .filter(leader -> leader.isAtLevelOf(inForce))
                .filter(leader -> viewer.everything() || viewers.sees(viewer, leader.id()))
                .toList();
        List<LeaderStanding> found = standings.of(viewer, counted, inForce, asOf.date()).stream()
                .filter(filter::takes)
                .sorted(Comparator.comparing((LeaderStanding each) -> filter.ofModule(each)
                        .map(module -> OPEN_FIRST.indexOf(module.place()))
                        .orElse(0)))
                .toList();
        int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int shown = Math.min(page, pages);
        return new Names(
                title(filter, school),
                found.stream()
                        .skip((shown - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> person(each, filter, agreement(each, viewer, today), school))
                        .toList(),
                words.text("training.school.plan.shown", found.size()),
                pages == 1
                        ? List.of()
                        : IntStream.rangeClosed(1, pages)
                                .mapToObj(number -> new Page(number, page(number, filter, asOf), number == shown))
                                .toList(),
                !filter.module().isEmpty());
    }

    private static String page(int number, LeaderFilter filter, AsOf asOf) {
        Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
        parameters.put("side", String.valueOf(number));
        return asOf.link(SchoolPlanning.LEADERS, parameters);
    }

    private static String title(LeaderFilter filter, SchoolWords school) {
        List<String> parts = new ArrayList<>();
        parts.add(
                filter.level().isEmpty()
                        ? school.words().text("training.school.plan.allLeaders")
                        : school.words().text("training.school.level", filter.level()));
        if (!filter.module().isEmpty()) {
            parts.add(school.name(new ItemCode(filter.module())));
        }
        Arrays.stream(Needs.State.values())
                .filter(state -> state.name().equals(filter.state()))
                .map(state -> school.words().text("training.school.plan.state." + state.name()))
                .forEach(parts::add);
        return String.join(" – ", parts);
    }

    /** Where the viewer agrees with the leader; empty where that is for somebody else. */
    private static String agreement(LeaderStanding standing, Viewer viewer, Leaders today) {
        return AssessingNeeds.mayAgree(viewer, standing.leader().id(), today)
                ? MyLeaders.pathOf(standing.leader().id())
                : "";
    }

    private static Person person(LeaderStanding standing, LeaderFilter filter, String href, SchoolWords school) {
        Leader leader = standing.leader();
        Words words = school.words();
        return new Person(
                leader.name(),
                leader.number().value(),
                school.post(leader),
                school.level(leader),
                filter.ofModule(standing)
                        .flatMap(ModuleStanding::required)
                        .map(pair -> StatusView.of(pair.status(), words)),
                filter.ofModule(standing).map(school::why).orElse(""),
                school.bar(standing.progress()),
                school.state(standing.needs()),
                href);
    }
}
