package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.shared.Timeline;

/** By when a requirement is to be met, and how long before an end it warns (coverage.md sections 6 and 7). */
record Terms(Optional<LocalDate> dueDate, int graceDays, int warningDays) {

    /** The deadline of a maximal subject interval that starts on the day. */
    int deadline(int start) {
        if (isFixed(start)) {
            return Timeline.day(dueDate.orElseThrow());
        }
        return start == Timeline.SINCE_EVER ? start : later(start, graceDays);
    }

    /** Whether the fixed due date is the deadline: the start is not after it. */
    boolean isFixed(int start) {
        return dueDate.isPresent() && start <= Timeline.day(dueDate.get());
    }

    /** The first day on which the end is near; the end itself when it never warns, or nothing ends. */
    int warnsFrom(int end) {
        return end == Timeline.FOR_EVER ? end : (int) Math.max(Timeline.SINCE_EVER, (long) end - warningDays);
    }

    private static int later(int day, int days) {
        return (int) Math.min(Timeline.FOR_EVER, (long) day + days);
    }
}
