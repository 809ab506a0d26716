package no.kompetansebro.lms;

import java.security.Principal;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Tells of an administrator how far their decisions reach (docs/adr/0008). */
@Component
class Deciders {

    private final SetUp setUp;
    private final EmployerCalendar calendar;

    Deciders(SetUp setUp, EmployerCalendar calendar) {
        this.setUp = setUp;
        this.calendar = calendar;
    }

    /** Refuses who is no administrator. */
    Decider of(Viewer viewer, Principal who) {
        Administrators.require(viewer);
        return new Decider(who.getName(), viewer.appointed(), setUp.isOpen(calendar.today()));
    }

    /** Whether what was left open under the name, at the employer in scope, may still be carried out alone. */
    boolean isStillEnough(String name) {
        return setUp.isOpen(calendar.today()) || setUp.isAppointed(name, calendar.today());
    }
}
