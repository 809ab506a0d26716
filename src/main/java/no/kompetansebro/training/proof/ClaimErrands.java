package no.kompetansebro.training.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.reminders.LeaderErrands;
import org.springframework.stereotype.Component;

/** In a leader's weekly letter: how many things wait for their word. */
@Component
class ClaimErrands implements LeaderErrands {

    private final ClaimsInSight claims;
    private final OwnPeople people;
    private final EmployerCalendar calendar;

    ClaimErrands(ClaimsInSight claims, OwnPeople people, EmployerCalendar calendar) {
        this.claims = claims;
        this.people = people;
        this.calendar = calendar;
    }

    @Override
    public List<Errand> of(Viewer leader) {
        Set<UnitCode> units = new HashSet<>();
        leader.ledUnits().forEach(unit -> units.addAll(people.within(leader, unit)));
        int count = claims.waiting(leader, calendar.today(), Optional.of(units)).size();
        return List.of(new Errand("training.proof.unit.count", count, AttestPage.PATH));
    }
}
