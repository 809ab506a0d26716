package no.kompetansebro.lms.enrolling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** Lets leaders enrol people of their units, and HR those of its area. Every other try is refused and logged. */
@Component
class EnrolmentGuard {

    private static final Logger log = LoggerFactory.getLogger(EnrolmentGuard.class);

    private final Enrollees enrollees;
    private final EmployerCalendar calendar;
    private final TransactionTemplate transaction;
    private final Looks looks;

    EnrolmentGuard(Enrollees enrollees, EmployerCalendar calendar, TransactionTemplate transaction, Looks looks) {
        this.enrollees = enrollees;
        this.calendar = calendar;
        this.transaction = transaction;
        this.looks = looks;
    }

    /** Refuses whoever neither leads nor is HR. */
    static void require(Viewer viewer) {
        if (!viewer.leads() && !viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Refuses where one of the people is not the viewer's to enrol, or does not exist. */
    void require(Viewer viewer, Collection<EmployeeId> people, String who) {
        require(viewer);
        List<EmployeeId> seen = transaction.execute(_ -> enrollees.seen(viewer, people, calendar.today()));
        int others = Set.copyOf(people).size() - seen.size();
        if (others > 0) {
            log.warn("Enrolling refused: {} asked for {} people, {} of them not theirs", who, people.size(), others);
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Keeps that names were looked at. */
    void looked(Viewer viewer, String detail) {
        Looks.Capacity capacity = viewer.leads() ? Looks.Capacity.LEADER : Looks.Capacity.HR;
        looks.atList(viewer, capacity, "pamelding", Optional.of(detail));
    }
}
