package no.kompetansebro.planning.measures;

import java.time.LocalDate;

/**
 * When the leader judges what a measure has led to: three to six months after it.
 *
 * @param from the first day
 * @param until the first day on which it is late
 */
record ReviewWindow(LocalDate from, LocalDate until) {

    private static final int FIRST_MONTH = 3;
    private static final int LAST_MONTH = 6;

    static ReviewWindow of(Measure measure) {
        LocalDate end = measure.wish().dates().until();
        return new ReviewWindow(end.plusMonths(FIRST_MONTH), end.plusMonths(LAST_MONTH));
    }

    /** Whether it is time to judge, or already late. */
    boolean isOpen(LocalDate date) {
        return !date.isBefore(from);
    }

    boolean isLate(LocalDate date) {
        return !date.isBefore(until);
    }
}
