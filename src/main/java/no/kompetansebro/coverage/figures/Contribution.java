package no.kompetansebro.coverage.figures;

import java.util.Arrays;

/**
 * What one employee adds to the counts of a row, as changes in order of date. Not for several threads; each employee
 * leaves it as it was.
 */
public final class Contribution {

    /** Takes a change of a count. */
    @FunctionalInterface
    public interface Sink {

        /** From the day on there are so many more at the place. */
        void add(int day, int place, int more);
    }

    private final Layout layout;
    private final int[][] scopes;
    private final int wanted;
    private final TraceReader reader = new TraceReader();
    private final byte[] statuses;
    private final int[] pairs;
    private final int[] gaps;

    /** Of every status. */
    public Contribution(Layout layout) {
        this(layout, ~0);
    }

    /** Of the statuses whose bits are set. */
    public Contribution(Layout layout, int wanted) {
        this.layout = layout;
        this.scopes = layout.scopesByRequirement();
        this.wanted = wanted;
        this.statuses = new byte[layout.requirements()];
        this.pairs = new int[layout.scopes().size()];
        this.gaps = new int[layout.scopes().size()];
    }

    /** Hands over what the employee of the trace adds to the row up to and on the last day. */
    public void of(byte[] trace, PostFilter row, int lastDay, Sink sink) {
        if (reader.open(trace, row)) {
            while (reader.next() && reader.day() <= lastDay) {
                if (reader.requirement() < statuses.length) {
                    change(reader.day(), reader.requirement(), wanted(reader.status()), sink);
                }
            }
            Arrays.fill(statuses, (byte) 0);
            Arrays.fill(pairs, 0);
            Arrays.fill(gaps, 0);
        }
    }

    private int wanted(int status) {
        return ((wanted >>> status) & 1) == 0 ? 0 : status;
    }

    private void change(int day, int requirement, int to, Sink sink) {
        int from = statuses[requirement];
        if (from != to) {
            statuses[requirement] = (byte) to;
            count(day, requirement, from, -1, sink);
            count(day, requirement, to, 1, sink);
            int morePairs = toCover(to) - toCover(from);
            int moreGaps = gap(to) - gap(from);
            if (morePairs != 0 || moreGaps != 0) {
                for (int scope : scopes[requirement]) {
                    change(day, scope, morePairs, moreGaps, sink);
                }
            }
        }
    }

    private static void count(int day, int requirement, int status, int more, Sink sink) {
        if (status != 0) {
            sink.add(day, Layout.pairs(requirement, status), more);
        }
    }

    private void change(int day, int scope, int morePairs, int moreGaps, Sink sink) {
        int employee = employee(scope);
        int covered = covered(scope);
        pairs[scope] += morePairs;
        gaps[scope] += moreGaps;
        if (employee(scope) != employee) {
            sink.add(day, layout.employees(scope), employee(scope) - employee);
        }
        if (covered(scope) != covered) {
            sink.add(day, layout.employees(scope) + 1, covered(scope) - covered);
        }
    }

    private int employee(int scope) {
        return pairs[scope] > 0 ? 1 : 0;
    }

    private int covered(int scope) {
        return pairs[scope] > 0 && gaps[scope] == 0 ? 1 : 0;
    }

    private static int toCover(int status) {
        return status > Layout.EXEMPT ? 1 : 0;
    }

    private static int gap(int status) {
        return status >= Layout.DUE ? 1 : 0;
    }
}
