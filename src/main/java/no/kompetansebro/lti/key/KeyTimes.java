package no.kompetansebro.lti.key;

import java.time.Instant;
import java.util.Optional;

/**
 * When a key of the tool signs. Published from when it was made until it ends.
 *
 * @param end empty: it has no successor
 */
public record KeyTimes(String kid, Instant signsFrom, Optional<Instant> end) {

    /** Whether it waits for its time. */
    public boolean isNext(Instant now) {
        return signsFrom.isAfter(now);
    }
}
