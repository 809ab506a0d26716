package no.kompetansebro.training.gatherings;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom to invite to a gathering (practice A17). */
@Component
@Transactional(readOnly = true)
class Invitations {

    private final Necessity necessity;
    private final Employments employments;
    private final Results results;
    private final SignUps signUps;
    private final People people;
    private final EmployerCalendar calendar;

    Invitations(
            Necessity necessity,
            Employments employments,
            Results results,
            SignUps signUps,
            People people,
            EmployerCalendar calendar) {
        this.necessity = necessity;
        this.employments = employments;
        this.results = results;
        this.signUps = signUps;
        this.people = people;
        this.calendar = calendar;
    }

    /** Of the viewer's people, who is not signed up: those who need the gathering, and others who are new and have not had it. */
    record Lists(Set<EmployeeId> needing, Set<EmployeeId> fresh) {}

    /** Whom to invite; new is whoever began here within so many months before today. */
    Lists of(Viewer viewer, Gathering gathering, int months) {
        Set<EmployeeId> known = signUps.of(gathering.id()).stream()
                .filter(each -> each.state() != State.WITHDRAWN)
                .map(SignUp::employee)
                .collect(Collectors.toSet());
        LocalDate today = calendar.today();
        Set<EmployeeId> needing = new HashSet<>(necessity.seenBy(viewer, gathering));
        needing.removeAll(known);
        needing.retainAll(people.ofViewer(viewer, needing));
        Set<EmployeeId> fresh = new HashSet<>(
                people.ofViewer(viewer, List.copyOf(employments.hired(today.minusMonths(months), today))));
        fresh.removeAll(results.having(gathering.item(), List.copyOf(fresh)));
        fresh.removeAll(known);
        fresh.removeAll(needing);
        return new Lists(needing, fresh);
    }
}
