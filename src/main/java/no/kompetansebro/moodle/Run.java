package no.kompetansebro.moodle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reading that is under way.
 *
 * @param since only what was completed after it is wanted; empty: everything
 * @param cursor how far it is, in the words of its way; empty: at the beginning
 * @param done how much of it is done
 */
record Run(UUID id, Kind kind, Way way, Instant startedAt, Optional<Instant> since, String cursor, long done) {

    /** What is read. */
    enum Kind {
        CHANGES,
        FULL
    }
}
