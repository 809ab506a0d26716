package no.kompetansebro.lms.xapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often a connection may call this instance: so many times a second on average, and five seconds' worth at once. Kept for
 * known connections only, so it does not grow.
 */
@Component
class Allowance {

    private final Clock clock;
    private final double perSecond;
    private final double most;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    Allowance(Clock clock, @Value("${kompetansebro.xapi.requests-per-second:50}") double perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.most = 5 * perSecond;
    }

    private record Bucket(double left, Instant at, boolean granted) {}

    boolean grants(Connection connection) {
        Instant now = clock.instant();
        return buckets.compute(
                        connection.id(),
                        (_, before) -> next(before == null ? new Bucket(most, now, true) : before, now))
                .granted();
    }

    private Bucket next(Bucket before, Instant now) {
        double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
        double left = Math.min(most, before.left() + seconds * perSecond);
        return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
    }
}
