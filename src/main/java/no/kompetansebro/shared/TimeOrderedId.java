package no.kompetansebro.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Keys that sort by the time they were made in: UUID version 7 (RFC 9562 section 5.7). */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new key: 48 bits of milliseconds, 74 random bits. */
    public static UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000000000000000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
