package no.kompetansebro.lti;

import java.time.Duration;
import java.time.Instant;

/** So many at once, and one more each time that the interval has passed. */
final class Allowance {

    private final int most;
    private final Duration interval;
    private double left;
    private Instant counted;

    Allowance(int most, Duration interval, Instant now) {
        this.most = most;
        this.interval = interval;
        this.left = most;
        this.counted = now;
    }

    /** Takes one, where there is one left. */
    synchronized boolean take(Instant now) {
        if (now.isAfter(counted)) {
            left = Math.min(most, left + (double) Duration.between(counted, now).toMillis() / interval.toMillis());
            counted = now;
        }
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
