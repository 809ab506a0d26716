package no.kompetansebro.outbound;

import java.time.Duration;

/**
 * How long a call may take in all, name lookup to last byte, and how many bytes its answer may have.
 *
 * @param bytes of the body
 */
public record Limits(Duration time, int bytes) {

    /** A key set, a configuration, a token: 10 seconds, 1 MB. */
    public static final Limits DOCUMENT = new Limits(Duration.ofSeconds(10), 1024 * 1024);

    /** A page of a roster or of results: 30 seconds, 10 MB. */
    public static final Limits PAGE = new Limits(Duration.ofSeconds(30), 10 * 1024 * 1024);
}
