package no.kompetansebro.coverage.recalculation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import no.kompetansebro.coverage.figures.Contribution;
import no.kompetansebro.coverage.figures.Counts;
import no.kompetansebro.coverage.figures.Layout;
import no.kompetansebro.coverage.figures.Post;
import no.kompetansebro.coverage.figures.Sums;
import no.kompetansebro.coverage.figures.TraceReader;

/** Sums of the rows that a unit is split into, on some dates. For one question. */
final class SplitSums {

    /** Tells the row of a post by a number, or {@link #NONE}. */
    interface Rows {

        int NONE = -1;

        int of(int unit, int position, int leaderLevel);
    }

    private final Rows rows;
    private final IntFunction<String> keys;
    private final Layout layout;
    private final int[] days;
    private final Contribution contribution;
    private final Map<Integer, Sums> sums = new LinkedHashMap<>();

    /**
     * @param keys the key of a row by its number
     * @param wanted the statuses that count, as bits
     */
    SplitSums(Rows rows, IntFunction<String> keys, Layout layout, int wanted, int... days) {
        this.rows = rows;
        this.keys = keys;
        this.layout = layout;
        this.days = days;
        this.contribution = new Contribution(layout, wanted);
    }

    /** The sums of the row. */
    Sums of(int row) {
        return sums.computeIfAbsent(row, _ -> new Sums(layout, days));
    }

    /** Counts the employee of the trace. */
    void add(byte[] trace) {
        count(trace, rows, false);
    }

    /** Counts the employee of the trace in the rows as these tell them. */
    void add(byte[] trace, Rows as) {
        count(trace, as, false);
    }

    /** No longer counts the employee of the trace. */
    void subtract(byte[] trace) {
        count(trace, rows, true);
    }

    private void count(byte[] trace, Rows rows, boolean subtract) {
        BitSet done = new BitSet();
        for (Post post : TraceReader.posts(trace)) {
            int row = rows.of(post.unit(), post.position(), post.leaderLevel());
            if (row != Rows.NONE && !done.get(row)) {
                done.set(row);
                Sums sum = of(row);
                sum.subtracting(subtract);
                contribution.of(
                        trace, (unit, position, level) -> rows.of(unit, position, level) == row, sum.lastDay(), sum);
            }
        }
    }

    /** The counts by key of the row, on each of the days. */
    Map<String, Counts[]> counts() {
        Map<String, Counts[]> counts = new LinkedHashMap<>();
        sums.forEach((row, sum) -> counts.put(keys.apply(row), sum.counts()));
        return counts;
    }
}
