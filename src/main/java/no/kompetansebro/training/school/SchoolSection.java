package no.kompetansebro.training.school;

import java.util.Optional;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.training.school.SchoolView.StateView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads leaders from <i>Min kompetanse</i> to <i>Min lederskole</i>. */
@Component
@Order(40)
class SchoolSection implements PageSection {

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final Lexicons lexicons;

    SchoolSection(Staff staff, LeaderPathsInForce paths, Standings standings, Lexicons lexicons) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.lexicons = lexicons;
    }

    /** What the section shows. */
    record Part(String level, Bar progress, StateView state, String href) {}

    @Override
    public Place place() {
        return Place.EARLY;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.OfUnit _ -> Optional.empty();
            case Subject.Oneself(EmployeeId me) -> content(asked, me);
        };
    }

    private Optional<Content> content(Asked asked, EmployeeId me) {
        if (!asked.viewer().leads()) {
            return Optional.empty();
        }
        LeaderPaths inForce = paths.on(asked.asOf().date());
        return inForce.modules().isEmpty()
                ? Optional.empty()
                : staff.on(asked.asOf().date())
                        .find(me)
                        .map(leader ->
                                new Content("training/min-lederskole", "ofOneself", part(leader, inForce, asked)));
    }

    private Part part(Leader leader, LeaderPaths inForce, Asked asked) {
        SchoolWords school = new SchoolWords(lexicons.current(), asked.words());
        LeaderStanding standing =
                standings.of(asked.viewer(), leader, inForce, asked.asOf().date());
        return new Part(
                school.level(leader),
                school.bar(standing.progress()),
                school.state(standing.needs()),
                asked.asOf().link(MySchool.PATH));
    }
}
