package no.kompetansebro.coverage.recalculation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.shared.EmployerId;

/**
 * How long to leave an employer alone for whom work failed: five seconds, and twice as long after each further failure, up to ten
 * minutes. This instance's memory: another one, or this one after a restart, tries at once.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<EmployerId, Wait> waits = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Patience(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A pause.
     *
     * @param failures how many there were in a row
     */
    record Wait(int failures, Duration length, Instant until) {}

    boolean isOver(EmployerId employer) {
        return Optional.ofNullable(waits.get(employer))
                .map(wait -> isOver(wait, clock.instant()))
                .orElse(true);
    }

    private static boolean isOver(Wait wait, Instant now) {
        return !now.isBefore(wait.until());
    }

    void succeeded(EmployerId employer) {
        waits.remove(employer);
    }

    /** Begins a pause, unless there is one since the attempt began: two attempts at a time count once. */
    Wait failed(EmployerId employer) {
        Instant now = clock.instant();
        return waits.merge(
                employer,
                new Wait(1, FIRST, now.plus(FIRST)),
                (before, first) -> isOver(before, now) ? longer(before, now) : before);
    }

    private static Wait longer(Wait before, Instant now) {
        Duration twice = before.length().multipliedBy(2);
        Duration length = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return new Wait(before.failures() + 1, length, now.plus(length));
    }
}
