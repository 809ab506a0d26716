package no.kompetansebro.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The dates {@code from} to {@code to}, both included. */
record Period(LocalDate from, LocalDate to) {

    /** The most points that a trend may have: more than thirteen years of days. */
    private static final int MOST_POINTS = 5000;

    /** The period of the request. Refuses the request where it is missing or ends before it begins. */
    static Period of(Parameters parameters) {
        LocalDate from = Parameters.required("from", parameters.date("from"));
        LocalDate to = Parameters.required("to", parameters.date("to"));
        if (from.isAfter(to)) {
            throw RequestRefused.parameter("from", "must not be after to");
        }
        return new Period(from, to);
    }

    /** The dates from the first one on, step by step, that are not after the last. Refuses the request for too many. */
    List<LocalDate> dates(Step step) {
        List<LocalDate> dates = IntStream.rangeClosed(0, MOST_POINTS)
                .mapToObj(steps -> step.after(from, steps))
                .takeWhile(date -> !date.isAfter(to))
                .toList();
        if (dates.size() > MOST_POINTS) {
            throw RequestRefused.parameter("step", "makes more than " + MOST_POINTS + " points of the period");
        }
        return dates;
    }
}
