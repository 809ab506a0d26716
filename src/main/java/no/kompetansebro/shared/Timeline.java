package no.kompetansebro.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A set of dates, as sorted intervals that neither overlap nor touch (coverage.md section 1). Immutable. Inside, and in
 * the methods named after days, a date is its epoch day; {@link #SINCE_EVER} and {@link #FOR_EVER} stand for
 * {@link LocalDate#MIN} and {@link LocalDate#MAX}.
 */
public final class Timeline {

    /** The day that stands for no beginning. */
    public static final int SINCE_EVER = Integer.MIN_VALUE;

    /** The day that stands for no end. */
    public static final int FOR_EVER = Integer.MAX_VALUE;

    /** No date. */
    public static final Timeline NEVER = new Timeline();

    /** Every date. */
    public static final Timeline ALWAYS = new Timeline(SINCE_EVER, FOR_EVER);

    /** from, until, from, until, …; strictly ascending. */
    private final int[] bounds;

    private Timeline(int... bounds) {
        this.bounds = bounds;
    }

    /** The dates of all the intervals, in any order. */
    public static Timeline of(DateInterval... intervals) {
        return of(Arrays.asList(intervals));
    }

    /** The dates of all the intervals, in any order. */
    public static Timeline of(Collection<DateInterval> intervals) {
        Timeline[] each = intervals.stream()
                .map(interval -> ofDays(day(interval.from()), day(interval.until())))
                .toArray(Timeline[]::new);
        return anyOf(each);
    }

    /** The dates from this one on. */
    public static Timeline from(LocalDate from) {
        return ofDays(day(from), FOR_EVER);
    }

    /** The days {@code [from, until)}; none when until is not after from. */
    public static Timeline ofDays(int from, int until) {
        if (from >= until) {
            return NEVER;
        }
        return from == SINCE_EVER && until == FOR_EVER ? ALWAYS : new Timeline(from, until);
    }

    /** The days of all the intervals {@code [froms[i], untils[i])}; the froms ascend, equal ones and overlaps are fine. */
    public static Timeline ofDays(int[] froms, int[] untils) {
        int[] bounds = new int[2 * froms.length];
        int size = 0;
        for (int i = 0; i < froms.length; i++) {
            if (size > 0 && froms[i] <= bounds[size - 1]) {
                bounds[size - 1] = Math.max(bounds[size - 1], untils[i]);
            } else {
                bounds[size++] = froms[i];
                bounds[size++] = untils[i];
            }
        }
        return ofBounds(bounds, size);
    }

    /** The dates on which at least one holds. */
    public static Timeline anyOf(Timeline... of) {
        return switch (of.length) {
            case 0 -> NEVER;
            case 1 -> of[0];
            default -> atLeast(1, of);
        };
    }

    /** The dates on which at least {@code count} of them hold; every date when it is 0 or less. */
    public static Timeline atLeast(int count, Timeline... of) {
        if (count <= 0) {
            return ALWAYS;
        }
        return count > of.length ? NEVER : Sweep.of(count, of);
    }

    /** The dates of either. */
    public Timeline union(Timeline other) {
        if (isEmpty() || other.isAlways()) {
            return other;
        }
        return other.isEmpty() || isAlways() ? this : combine(other, true, true, true);
    }

    /** The dates of both. */
    public Timeline intersection(Timeline other) {
        if (isEmpty() || other.isAlways()) {
            return this;
        }
        return other.isEmpty() || isAlways() ? other : combine(other, false, false, true);
    }

    /** The dates of this that are not the other's. */
    public Timeline difference(Timeline other) {
        return isEmpty() || other.isEmpty() ? this : combine(other, true, false, false);
    }

    /** Every date that is not of this. */
    public Timeline complement() {
        return ALWAYS.difference(this);
    }

    /** The dates of this within the interval. */
    public Timeline clip(DateInterval interval) {
        return intersection(ofDays(day(interval.from()), day(interval.until())));
    }

    /** Whether it has no date. */
    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** Whether every date is of it. */
    public boolean isAlways() {
        return bounds.length == 2 && bounds[0] == SINCE_EVER && bounds[1] == FOR_EVER;
    }

    /** Whether the date is of it. */
    public boolean contains(LocalDate date) {
        return containsDay(day(date));
    }

    /** The maximal interval that contains the date. */
    public Optional<DateInterval> intervalContaining(LocalDate date) {
        return intervalContainingDay(day(date));
    }

    /** Its maximal intervals, in order. */
    public List<DateInterval> intervals() {
        List<DateInterval> intervals = new ArrayList<>(size());
        for (int index = 0; index < size(); index++) {
            intervals.add(interval(index));
        }
        return List.copyOf(intervals);
    }

    /** The maximal interval that contains the day. */
    public Optional<DateInterval> intervalContainingDay(int day) {
        int index = indexOfDay(day);
        return index < 0 ? Optional.empty() : Optional.of(interval(index));
    }

    /** The number of its maximal intervals. */
    public int size() {
        return bounds.length / 2;
    }

    /** The first day of the interval, counted from 0. */
    public int fromDay(int index) {
        return bounds[2 * index];
    }

    /** The day after the last of the interval, counted from 0. */
    public int untilDay(int index) {
        return bounds[2 * index + 1];
    }

    /** Whether the day is of it. */
    public boolean containsDay(int day) {
        return indexOfDay(day) >= 0;
    }

    /** The interval that contains the day, counted from 0; -1 when none does. */
    public int indexOfDay(int day) {
        int index = boundAfter(day);
        return index % 2 == 1 ? index / 2 : -1;
    }

    /** The first day after this one on which it begins or ceases to hold; {@link #FOR_EVER} when there is none. */
    public int nextBoundAfter(int day) {
        int index = boundAfter(day);
        return index == bounds.length ? FOR_EVER : bounds[index];
    }

    /** The day of the date. */
    public static int day(LocalDate date) {
        if (date.equals(LocalDate.MIN)) {
            return SINCE_EVER;
        }
        return date.equals(LocalDate.MAX) ? FOR_EVER : Math.toIntExact(date.toEpochDay());
    }

    /** The date of the day. */
    public static LocalDate date(int day) {
        return switch (day) {
            case SINCE_EVER -> LocalDate.MIN;
            case FOR_EVER -> LocalDate.MAX;
            default -> LocalDate.ofEpochDay(day);
        };
    }

    private DateInterval interval(int index) {
        return new DateInterval(date(fromDay(index)), date(untilDay(index)));
    }

    /** The place of the first bound after the day: odd inside an interval, even outside. */
    private int boundAfter(int day) {
        int index = Arrays.binarySearch(bounds, day);
        return index < 0 ? -index - 1 : index + 1;
    }

    /** Merges the bounds; the flags say whether a date only in this, only in the other, or in both belongs to the result. */
    private Timeline combine(Timeline other, boolean onlyThis, boolean onlyOther, boolean both) {
        int[] a = bounds;
        int[] b = other.bounds;
        int[] merged = new int[a.length + b.length];
        int size = 0;
        for (int i = 0, j = 0; i < a.length || j < b.length; ) {
            int day = next(a, i, b, j);
            i += i < a.length && a[i] == day ? 1 : 0;
            j += j < b.length && b[j] == day ? 1 : 0;
            boolean inThis = i % 2 == 1;
            boolean inOther = j % 2 == 1;
            boolean in = inThis ? (inOther ? both : onlyThis) : inOther && onlyOther;
            if (in != (size % 2 == 1)) {
                merged[size++] = day;
            }
        }
        return ofBounds(merged, size);
    }

    private static int next(int[] a, int i, int[] b, int j) {
        if (j == b.length) {
            return a[i];
        }
        return i == a.length ? b[j] : Math.min(a[i], b[j]);
    }

    private static Timeline ofBounds(int[] bounds, int size) {
        if (size == 0) {
            return NEVER;
        }
        if (size == 2 && bounds[0] == SINCE_EVER && bounds[1] == FOR_EVER) {
            return ALWAYS;
        }
        return new Timeline(size == bounds.length ? bounds : Arrays.copyOf(bounds, size));
    }

    /** The same dates. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Timeline that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return intervals().toString();
    }

    /** Counts, bound by bound, how many timelines hold. */
    private static final class Sweep {

        private static Timeline of(int count, Timeline[] of) {
            int[] begins = sorted(of, 0);
            int[] ends = sorted(of, 1);
            int[] bounds = new int[2 * begins.length];
            int size = 0;
            int holding = 0;
            for (int i = 0, j = 0; j < ends.length; ) {
                int day = next(begins, i, ends, j);
                for (; i < begins.length && begins[i] == day; i++) {
                    holding++;
                }
                for (; j < ends.length && ends[j] == day; j++) {
                    holding--;
                }
                boolean in = holding >= count;
                if (in != (size % 2 == 1)) {
                    bounds[size++] = day;
                }
            }
            return ofBounds(bounds, size);
        }

        private static int[] sorted(Timeline[] of, int parity) {
            int intervals = 0;
            for (Timeline timeline : of) {
                intervals += timeline.size();
            }
            int[] days = new int[intervals];
            int size = 0;
            for (Timeline timeline : of) {
                for (int i = parity; i < timeline.bounds.length; i += 2) {
                    days[size++] = timeline.bounds[i];
                }
            }
            Arrays.sort(days);
            return days;
        }
    }
}
