package no.kompetansebro.lti.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tool's keys and replaces them, on whichever instance gets there first. A new key is published for a day before
 * it signs; the old one stays published for a week after that, long past everything it signed and every platform's
 * cache that renews itself. A key is replaced when it has signed for 90 days.
 */
@Component
public class KeyRotation {

    static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);
    static final Duration PUBLISHED_AFTER = Duration.ofDays(7);
    static final Duration OLDEST = Duration.ofDays(90);

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final ToolKeys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyRotation(ToolKeys keys, TransactionTemplate transaction, Clock clock) {
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The keys that are published, the newest first. */
    public List<KeyTimes> current() {
        return current(clock.instant());
    }

    private List<KeyTimes> current(Instant now) {
        return keys.times().stream()
                .filter(key -> key.end().filter(end -> !end.isAfter(now)).isEmpty())
                .toList();
    }

    /** Makes the first key where there is none, replaces one that is old, and removes what has ended. */
    void keepUp() {
        decide((now, newest) -> {
            keys.removeEnded(now);
            if (newest.isEmpty()) {
                made("first", keys.add(now, now));
            } else if (newest.getFirst().signsFrom().plus(OLDEST).isBefore(now)) {
                replace(now);
            }
        });
    }

    /** Makes the next key, unless one waits already. */
    public void rotate() {
        decide((now, newest) -> {
            if (newest.isEmpty() || !newest.getFirst().isNext(now)) {
                replace(now);
            }
        });
    }

    /** After a leak: a new key signs at once, and no other is published any more. */
    public void withdraw() {
        decide((now, _) -> {
            KeyTimes fresh = keys.add(now, now);
            keys.endOthers(fresh.kid(), now);
            made("only", fresh);
        });
    }

    private void replace(Instant now) {
        KeyTimes next = keys.add(now, now.plus(PUBLISHED_BEFORE));
        keys.endOthers(next.kid(), next.signsFrom().plus(PUBLISHED_AFTER));
        made("next", next);
    }

    private void decide(Decision decision) {
        transaction.executeWithoutResult(_ -> {
            keys.lock();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            decision.make(now, current(now));
        });
    }

    private static void made(String which, KeyTimes key) {
        log.info("The tool's {} LTI key was made: {}, signs from {}", which, key.kid(), key.signsFrom());
    }

    private interface Decision {

        void make(Instant now, List<KeyTimes> newestFirst);
    }
}
