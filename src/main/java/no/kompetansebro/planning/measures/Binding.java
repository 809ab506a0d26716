package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;

/**
 * How long an employee has promised to stay after an education that was paid for: at most two years after it was completed
 * (the basic collective agreement, HTA section 14.3).
 *
 * @param track the education, where it is one that is kept here
 * @param agreement what it is called, or where it is kept
 * @param support in kroner
 * @param from the day on which the education was completed, or is expected to be
 * @param endedOn ended before its time
 */
record Binding(
        UUID id,
        EmployeeId employee,
        Optional<UUID> track,
        String agreement,
        BigDecimal support,
        int months,
        LocalDate from,
        Optional<LocalDate> endedOn,
        String reason,
        int version) {

    static final int MOST_MONTHS = 24;

    /** The first day on which it no longer binds. */
    LocalDate until() {
        LocalDate agreed = from.plusMonths(months);
        return endedOn.filter(agreed::isAfter).orElse(agreed);
    }

    /** Whether it binds on the date. */
    boolean isBinding(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(until());
    }

    /** How many days it binds yet, from the date on; all of them before it begins. */
    long remainingDays(LocalDate date) {
        return Math.max(0, ChronoUnit.DAYS.between(date.isBefore(from) ? from : date, until()));
    }

    /** Whether somebody who works until the date, and no longer, leaves before it is over. */
    boolean isBrokenBy(LocalDate lastEnd) {
        return lastEnd.isBefore(until());
    }
}
