package no.kompetansebro.planning.wheel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;

/**
 * That a unit delivered a task.
 *
 * @param figures as they were then, where the task freezes them
 */
record Delivery(UUID id, Made made, LocalDate deliveredOn, EmployeeId by, Optional<FrozenFigures> figures) {

    /** What is delivered. */
    record Made(UUID task, UnitCode unit, int year, String note) {}
}
