package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.training.school.MyLeadersView.Agreement;
import no.kompetansebro.training.school.MyLeadersView.Row;
import no.kompetansebro.training.school.SchoolView.FormView;
import org.springframework.stereotype.Component;

/** Puts <i>Mine ledere</i> together, and the page on which needs are agreed. */
@Component
class MyLeadersPage {

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final Lexicons lexicons;

    MyLeadersPage(Staff staff, LeaderPathsInForce paths, Standings standings, Lexicons lexicons) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.lexicons = lexicons;
    }

    MyLeadersView of(Viewer viewer, EmployeeId me, LocalDate today, Words words) {
        LeaderPaths inForce = paths.on(today);
        SchoolWords school = new SchoolWords(lexicons.current(), words);
        return new MyLeadersView(standings.of(viewer, staff.on(today).under(me), inForce, today).stream()
                .sorted(Comparator.comparing(each -> each.needs().state() != Needs.State.SELF_ASSESSED))
                .map(each -> row(each, school))
                .toList());
    }

    private static Row row(LeaderStanding standing, SchoolWords school) {
        Leader leader = standing.leader();
        return new Row(
                leader.name(),
                school.post(leader),
                school.level(leader),
                school.state(standing.needs()),
                school.bar(standing.progress()),
                felt(standing, school),
                MyLeaders.pathOf(leader.id()));
    }

    /** The modules that the leader says there is a need for. */
    private static String felt(LeaderStanding standing, SchoolWords school) {
        List<ModuleStanding> modules = standing.modules();
        return standing
                .needs()
                .self()
                .map(self ->
                        self.needed(modules.stream().map(ModuleStanding::item).toList()))
                .orElse(List.of())
                .stream()
                .map(school::name)
                .collect(Collectors.joining("; "));
    }

    /** Empty where it is not for the viewer to agree with the employee. */
    Optional<Agreement> agreement(Viewer viewer, EmployeeId employee, LocalDate today, Words words) {
        Leaders leaders = staff.on(today);
        LeaderPaths inForce = paths.on(today);
        return leaders.find(employee)
                .filter(_ -> AssessingNeeds.mayAgree(viewer, employee, leaders))
                .filter(_ -> !inForce.modules().isEmpty())
                .map(leader -> agreement(
                        standings.of(viewer, leader, inForce, today), new SchoolWords(lexicons.current(), words)));
    }

    private static Agreement agreement(LeaderStanding standing, SchoolWords school) {
        Needs needs = standing.needs();
        Optional<Assessment> given = needs.state() == Needs.State.AGREED ? needs.agreed() : needs.self();
        String path = MyLeaders.pathOf(standing.leader().id());
        FormView form = new FormView(
                path,
                needs.version(),
                needs.state() != Needs.State.NOT_BEGUN,
                school.questions(standing.modules(), given, needs.self(), "training.school.said.SELF").stream()
                        .map(MyLeadersPage::withoutNote)
                        .toList());
        return new Agreement(
                standing.leader().name(),
                school.post(standing.leader()),
                school.level(standing.leader()),
                school.state(needs),
                school.bar(standing.progress()),
                path,
                form);
    }

    /** The note of who agrees is another than that of the leader, which stands beside the question. */
    private static SchoolView.Question withoutNote(SchoolView.Question question) {
        return new SchoolView.Question(
                question.code(), question.name(), question.required(), question.need(), "", question.other());
    }
}
