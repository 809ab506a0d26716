package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.DateInterval;

/**
 * One item of an assignment for one employee.
 *
 * @param dates on which it is theirs: from when it was assigned or they came, until it is withdrawn or they leave
 * @param due the last day that is in time
 * @param done since when it has been done, as known on the day asked about
 * @param before whether what was achieved before it became theirs was enough
 */
record Task(
        Assignment assignment,
        EmployeeId employee,
        ItemCode item,
        DateInterval dates,
        LocalDate due,
        Optional<LocalDate> done,
        boolean before) {

    /** How it stands. */
    enum State {
        HAD,
        DONE,
        OPEN,
        OVERDUE,
        OFFERED
    }

    /** From when on results count for it. */
    LocalDate countsFrom() {
        return assignment.wish().afresh() ? dates.from() : LocalDate.MIN;
    }

    boolean isOpen() {
        return done.isEmpty();
    }

    /** On the date asked about when it was made. Nobody is behind with an offer. */
    State state(LocalDate asOf) {
        if (done.isPresent()) {
            return before ? State.HAD : State.DONE;
        }
        if (assignment.wish().kind() == Kind.OFFER) {
            return State.OFFERED;
        }
        return asOf.isAfter(due) ? State.OVERDUE : State.OPEN;
    }
}
