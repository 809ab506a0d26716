package no.kompetansebro.training.school;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.training.school.ModuleStanding.Place;
import no.kompetansebro.training.school.PlanningView.Names;
import no.kompetansebro.training.school.PlanningView.Page;
import no.kompetansebro.training.school.PlanningView.Person;
import org.springframework.stereotype.Component;

/** Puts together the leaders by name who are behind a figure of the leadership school. */
@Component
class LeaderNames {

    private static final int PER_PAGE = 100;
    private static final List<Place> OPEN_FIRST =
            List.of(Place.OPEN, Place.COVERED, Place.EXEMPT, Place.AGREED, Place.NONE);

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final Lexicons lexicons;
    private final Viewers viewers;

    LeaderNames(Staff staff, LeaderPathsInForce paths, Standings standings, Lexicons lexicons, Viewers viewers) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.lexicons = lexicons;
        this.viewers = viewers;
    }

    /** The page of those whom the filter takes, those first who have the module open. */
    Names of(Viewer viewer, LeaderFilter filter, int page, AsOf asOf, Words words) {
        LeaderPaths inForce = paths.on(asOf.date());
        Leaders today = staff.on(asOf.today());
        SchoolWords school = new SchoolWords(lexicons.current(), words);
        List<Leader> counted = staff.ofPlanner(viewer, asOf.date()).stream()
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
