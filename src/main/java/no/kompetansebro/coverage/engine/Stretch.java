package no.kompetansebro.coverage.engine;

import no.kompetansebro.coverage.Status;
import no.kompetansebro.shared.Timeline;

/**
 * One subject interval as seen with one state of knowledge: the status on each of its days, and up to when it stays as it
 * is if nothing more is achieved (coverage.md section 7).
 */
record Stretch(int until, int deadline, Terms terms, Timeline holding, Timeline exempt) {

    /** Appends the days {@code [first, end)} to the course. */
    void write(int first, int end, Course course) {
        int day = first;
        while (day < end) {
            Status status = status(day);
            int change = changeAfter(day, status);
            day = writeUnchanging(day, Math.min(change, end), status, change, course);
        }
    }

    private int writeUnchanging(int first, int end, Status status, int change, Course course) {
        int day = first;
        while (day < end) {
            int next = Math.min(boundAfter(day), end);
            int held = holding.indexOfDay(day);
            int heldFrom = held < 0 ? Course.NONE : holding.fromDay(held);
            int heldUntil = held < 0 ? Course.NONE : holding.untilDay(held);
            course.add(day, next, status, deadline, heldFrom, heldUntil, change);
            day = next;
        }
        return end;
    }

    /** The first later day on which the status differs or nobody is subject. */
    private int changeAfter(int day, Status status) {
        int change = boundAfter(day);
        while (change < until && status(change) == status) {
            change = boundAfter(change);
        }
        return change;
    }

    private Status status(int day) {
        if (exempt.containsDay(day)) {
            return Status.EXEMPT;
        }
        int held = holding.indexOfDay(day);
        if (held >= 0) {
            return day >= expiringFrom(holding.untilDay(held)) ? Status.EXPIRING : Status.COVERED;
        }
        if (day < deadline) {
            return Status.DUE;
        }
        return !holding.isEmpty() && holding.fromDay(0) < day ? Status.EXPIRED : Status.OVERDUE;
    }

    /** The first day on which a holding that ends then is expiring; the end itself when it never is. */
    private int expiringFrom(int end) {
        return end < until ? terms.warnsFrom(end) : end;
    }

    /** The first later day on which anything can be different. */
    private int boundAfter(int day) {
        int bound = Math.min(until, exempt.nextBoundAfter(day));
        bound = Math.min(bound, holding.nextBoundAfter(day));
        bound = deadline > day ? Math.min(bound, deadline) : bound;
        int held = holding.indexOfDay(day);
        if (held < 0) {
            return bound;
        }
        int warning = expiringFrom(holding.untilDay(held));
        return warning > day ? Math.min(bound, warning) : bound;
    }
}
