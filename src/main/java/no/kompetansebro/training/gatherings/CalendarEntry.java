package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something in a calendar. {@code uid} stays the same while it is the same thing; {@code version} grows when it changes.
 */
sealed interface CalendarEntry {

    String uid();

    String summary();

    /** From one moment to another. */
    record Held(
            String uid,
            String summary,
            int version,
            Instant from,
            Instant until,
            Optional<String> place,
            Standing standing)
            implements CalendarEntry {}

    /** On a day, as something to remember. */
    record OnDay(String uid, String summary, LocalDate day) implements CalendarEntry {}

    /** Whether it is sure (RFC 5545 section 3.8.1.11). */
    enum Standing {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }
}
