package no.kompetansebro.shared;

import java.time.LocalDate;

/**
 * The dates {@code [from, until)} (coverage.md section 1). {@link LocalDate#MIN} as a start means since ever,
 * {@link LocalDate#MAX} as an end means for ever.
 */
public record DateInterval(LocalDate from, LocalDate until) {

    public DateInterval {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until must be after from");
        }
    }

    /** Whether the date is one of them. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(until);
    }
}
