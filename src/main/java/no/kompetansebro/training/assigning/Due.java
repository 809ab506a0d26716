package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When something assigned is to be done: until the end of that day it is in time. */
public sealed interface Due {

    /** On the date; who comes later gets as long for it as the others had, but at least {@link #LEAST} days. */
    record On(LocalDate date) implements Due {}

    /** So many days after the start of the run of employments; for who is not due before it was assigned. */
    record AfterHire(int days) implements Due {}

    /** So many days after who it is came into the unit or group; for who is not due before it was assigned. */
    record AfterEntry(int days) implements Due {}

    int LEAST = 14;

    /** For one who has been among those it is for since {@code entered}; empty for whom it is not at all. */
    default Optional<LocalDate> of(LocalDate entered, LocalDate hired, LocalDate assignedOn) {
        return switch (this) {
            case On(LocalDate date) ->
                Optional.of(entered.isAfter(date) ? entered.plusDays(time(date, assignedOn)) : date);
            case AfterHire(int days) -> Optional.of(hired.plusDays(days)).filter(due -> !due.isBefore(assignedOn));
            case AfterEntry(int days) -> Optional.of(entered.plusDays(days)).filter(due -> !due.isBefore(assignedOn));
        };
    }

    private static long time(LocalDate date, LocalDate assignedOn) {
        return Math.max(LEAST, ChronoUnit.DAYS.between(assignedOn, date));
    }
}
