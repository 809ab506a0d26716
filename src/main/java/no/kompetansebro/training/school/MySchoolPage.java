package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.training.school.SchoolView.FormView;
import no.kompetansebro.training.school.SchoolView.Waiting;
import org.springframework.stereotype.Component;

/** Puts <i>Min lederskole</i> together for one leader and date. */
@Component
class MySchoolPage {

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final ModuleViews modules;
    private final LevelLines lines;
    private final Lexicons lexicons;

    MySchoolPage(
            Staff staff,
            LeaderPathsInForce paths,
            Standings standings,
            ModuleViews modules,
            LevelLines lines,
            Lexicons lexicons) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.modules = modules;
        this.lines = lines;
        this.lexicons = lexicons;
    }

    /** Empty for who is no leader on the date, and where there is no school. */
    Optional<SchoolView> of(Viewer viewer, EmployeeId me, AsOf asOf, Words words) {
        LeaderPaths inForce = paths.on(asOf.date());
        Leaders leaders = staff.on(asOf.date());
        return leaders.find(me)
                .filter(_ -> !inForce.modules().isEmpty())
                .map(leader -> view(viewer, leader, leaders, inForce, asOf, words));
    }

    private SchoolView view(
            Viewer viewer, Leader leader, Leaders leaders, LeaderPaths inForce, AsOf asOf, Words words) {
        SchoolWords school = new SchoolWords(lexicons.current(), words);
        LeaderStanding standing = standings.of(viewer, leader, inForce, asOf.date());
        return new SchoolView(
                leader.name(),
                school.level(leader),
                nearest(leader, leaders, words),
                school.bar(standing.progress()),
                words.number(standing.progress().toCover() - standing.progress().covered()),
                school.state(standing.needs()),
                modules.groups(viewer, standing, asOf, school),
                lines.of(leader.id(), inForce, asOf.date(), school),
                asOf.isToday() ? Optional.of(form(standing, school)) : Optional.empty(),
                waiting(leader, leaders, asOf.date()));
    }

    private static String nearest(Leader leader, Leaders leaders, Words words) {
        Set<EmployeeId> nearest = leaders.nearest(leader);
        return nearest.isEmpty()
                ? words.text("training.school.nearest.none")
                : nearest.stream()
                        .flatMap(each -> leaders.find(each).stream())
                        .map(Leader::name)
                        .collect(Collectors.joining(", "));
    }

    private static FormView form(LeaderStanding standing, SchoolWords school) {
        Needs needs = standing.needs();
        return new FormView(
                MySchool.PATH + "/behov",
                needs.version(),
                needs.state() == Needs.State.NOT_BEGUN,
                school.questions(standing.modules(), needs.self(), needs.agreed(), "training.school.said.AGREED"));
    }

    private Optional<Waiting> waiting(Leader leader, Leaders leaders, LocalDate date) {
        List<Leader> under = leaders.under(leader.id());
        if (under.isEmpty()) {
            return Optional.empty();
        }
        long waiting = standings.needs(under, date).values().stream()
                .filter(needs -> needs.state() == Needs.State.SELF_ASSESSED)
                .count();
        return Optional.of(new Waiting(under.size(), (int) waiting));
    }
}
