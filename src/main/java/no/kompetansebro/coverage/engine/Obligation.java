package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** A requirement as it binds one employee or unit: a function of the date. Immutable. */
public final class Obligation {

    private final RequirementCode requirement;
    private final Timeline subject;
    private final List<Timeline> byEmployment;
    private final Course course;

    Obligation(RequirementCode requirement, Timeline subject, List<Timeline> byEmployment, Course course) {
        this.requirement = requirement;
        this.subject = subject;
        this.byEmployment = byEmployment;
        this.course = course;
    }

    /** The requirement that binds. */
    public RequirementCode requirement() {
        return requirement;
    }

    /** The dates on which it binds: the union over the employments (coverage.md section 5). */
    public Timeline subject() {
        return subject;
    }

    /**
     * The dates on which each employment, in the order of {@link Person#employments()}, makes the employee subject; empty
     * for a unit. A pair counts in a row where one of these that contains the date belongs to the row (section 8).
     */
    public List<Timeline> byEmployment() {
        return byEmployment;
    }

    /** How it stands on the date; empty when it does not bind then. */
    public Optional<Segment> on(LocalDate date) {
        int index = course.indexOf(Timeline.day(date));
        return index < 0 ? Optional.empty() : Optional.of(course.segment(index));
    }

    /** How it stands on every date on which it binds: in order, without overlaps. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>(course.size());
        for (int index = 0; index < course.size(); index++) {
            segments.add(course.segment(index));
        }
        return segments;
    }

    int segmentCount() {
        return course.size();
    }

    /** Takes a status and the epoch days {@code [from, until)} on which it is that. */
    @FunctionalInterface
    public interface StatusSink {
        void take(Status status, int from, int until);
    }

    /** Hands over the status on every date on which it binds: in order, without overlaps; quicker than {@link #segments}. */
    public void statuses(StatusSink sink) {
        for (int index = 0; index < course.size(); index++) {
            sink.take(course.status(index), course.from(index), course.until(index));
        }
    }

    /** The days of the period on which it binds, is past its deadline, neither exempt nor held (coverage.md section 8). */
    public long gapDays(DateInterval period) {
        int from = Timeline.day(period.from());
        int until = Timeline.day(period.until());
        long days = 0;
        for (int index = 0; index < course.size(); index++) {
            if (isGapDay(course.status(index))) {
                days += Math.max(0, (long) Math.min(until, course.until(index)) - Math.max(from, course.from(index)));
            }
        }
        return days;
    }

    private static boolean isGapDay(Status status) {
        return status == Status.EXPIRED || status == Status.OVERDUE;
    }
}
