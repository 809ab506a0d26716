package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.shared.Timeline;

/**
 * Counts pairs on each of some dates. A segment counts +1 where it begins and -1 where it ends, and the sums give the
 * figures: so many dates cost hardly more than one.
 */
final class Tally {

    private final List<LocalDate> dates;
    private final int[] days;
    private final Predicate<Status> wanted;
    private final Steps covered;
    private final Steps expiring;
    private final Steps due;
    private final Steps overdue;
    private final Steps expired;
    private final Steps exempt;
    private final Steps toCover;
    private final Steps gaps;
    private final int[] employees;
    private final int[] fullyCovered;

    /** For the dates, ascending and each once; of other statuses than those wanted nothing is counted. */
    Tally(List<LocalDate> dates, Predicate<Status> wanted) {
        this.dates = dates;
        this.days = dates.stream().mapToInt(Timeline::day).toArray();
        this.wanted = wanted;
        this.covered = new Steps(days.length);
        this.expiring = new Steps(days.length);
        this.due = new Steps(days.length);
        this.overdue = new Steps(days.length);
        this.expired = new Steps(days.length);
        this.exempt = new Steps(days.length);
        this.toCover = new Steps(days.length);
        this.gaps = new Steps(days.length);
        this.employees = new int[days.length];
        this.fullyCovered = new int[days.length];
    }

    /** Counts an obligation of the current employee on the dates of {@code counted}. */
    void add(Obligation obligation, Timeline counted) {
        for (Segment segment : obligation.segments()) {
            if (wanted.test(segment.status())) {
                Timeline stretch = counted.clip(segment.dates());
                for (int i = 0; i < stretch.size(); i++) {
                    add(segment.status(), place(stretch.fromDay(i)), place(stretch.untilDay(i)));
                }
            }
        }
    }

    /** Counts a pair of the current employee that has the status on all the dates. */
    void add(Status status) {
        add(status, 0, days.length);
    }

    private void add(Status status, int from, int until) {
        if (from < until) {
            pairs(status).add(from, until);
            if (status != Status.EXEMPT) {
                toCover.add(from, until);
            }
            if (status.isGap()) {
                gaps.add(from, until);
            }
        }
    }

    private Steps pairs(Status status) {
        return switch (status) {
            case COVERED -> covered;
            case EXPIRING -> expiring;
            case DUE -> due;
            case OVERDUE -> overdue;
            case EXPIRED -> expired;
            case EXEMPT -> exempt;
        };
    }

    /** The place of the first date that is not before the day. */
    private int place(int day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found;
    }

    /** Counts the current employee; what is added next is another's. */
    void endEmployee() {
        int[] pairs = toCover.counts();
        int[] open = gaps.counts();
        for (int i = 0; i < days.length; i++) {
            employees[i] += pairs[i] > 0 ? 1 : 0;
            fullyCovered[i] += pairs[i] > 0 && open[i] == 0 ? 1 : 0;
        }
        toCover.clear();
        gaps.clear();
    }

    /** The figures on each date. */
    SequencedMap<LocalDate, Figures> figures() {
        int[] held = covered.counts();
        int[] warned = expiring.counts();
        int[] early = due.counts();
        int[] late = overdue.counts();
        int[] lapsed = expired.counts();
        int[] excused = exempt.counts();
        SequencedMap<LocalDate, Figures> figures = new LinkedHashMap<>();
        for (int i = 0; i < days.length; i++) {
            long all = (long) held[i] + warned[i] + early[i] + late[i] + lapsed[i] + excused[i];
            figures.put(
                    dates.get(i),
                    new Figures(
                            all,
                            (long) held[i] + warned[i],
                            warned[i],
                            early[i],
                            late[i],
                            lapsed[i],
                            excused[i],
                            employees[i],
                            fullyCovered[i]));
        }
        return figures;
    }
}
