package no.kompetansebro.coverage;

import java.util.Arrays;

/** A count that goes up and down over a row of dates: a step function, kept as its changes. */
final class Steps {

    private final int[] changes;

    /** Nothing on any of so many dates. */
    Steps(int dates) {
        this.changes = new int[dates + 1];
    }

    /** One more on the dates from this place until, but not at, that one. */
    void add(int from, int until) {
        changes[from]++;
        changes[until]--;
    }

    /** The count on each date. */
    int[] counts() {
        int[] counts = Arrays.copyOf(changes, changes.length - 1);
        Arrays.parallelPrefix(counts, Integer::sum);
        return counts;
    }

    /** Nothing on any date again. */
    void clear() {
        Arrays.fill(changes, 0);
    }
}
