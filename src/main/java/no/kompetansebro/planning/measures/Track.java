package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.EducationSupply.Kind;

/**
 * An education of one employee.
 *
 * @param endedOn when it was completed or broken off
 * @param reason why it was broken off
 */
record Track(
        UUID id,
        EmployeeId employee,
        Content content,
        State state,
        Optional<LocalDate> endedOn,
        String reason,
        int version) {

    /** How far it has come. */
    enum State {
        ONGOING,
        COMPLETED,
        BROKEN_OFF
    }

    /**
     * What it is.
     *
     * @param items what is achieved when it is completed
     * @param position the code of the post that it leads to
     */
    record Content(
            Kind kind,
            String name,
            List<ItemCode> items,
            Optional<String> position,
            LocalDate from,
            LocalDate expectedOn) {

        Content {
            items = List.copyOf(items);
        }
    }

    boolean isOngoing() {
        return state == State.ONGOING;
    }
}
