package no.kompetansebro.planning.wheel;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;

/** A task in one year, for one unit. */
record Turn(WheelTask task, UnitCode unit, int year, Optional<Delivery> delivery) {

    /** How far it is. */
    enum State {
        NOT_OPEN,
        OPEN,
        LATE,
        DELIVERED
    }

    /** How far it was, is or will be on the date: late on the day after it was due (a due date is its last day). */
    State on(LocalDate date) {
        if (delivery.filter(each -> !each.deliveredOn().isAfter(date)).isPresent()) {
            return State.DELIVERED;
        }
        if (date.isBefore(task.opens(year))) {
            return State.NOT_OPEN;
        }
        return date.isAfter(task.due(year)) ? State.LATE : State.OPEN;
    }
}
