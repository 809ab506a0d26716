package no.kompetansebro.coverage.figures;

import java.util.Arrays;

/** Reads off traces how each obligation stands on two days, as a row of figures sees it. Not for several threads. */
public final class TwoDays {

    /** Takes an obligation's statuses on the two days, as {@link Layout} numbers them; 0 where it does not bind. */
    @FunctionalInterface
    public interface Sink {

        /** At least one of the statuses is not 0. */
        void take(int requirement, int first, int second);
    }

    private final TraceReader reader = new TraceReader();
    private final int firstDay;
    private final int secondDay;
    private final int[] first;
    private final int[] second;

    /** Of so many requirements; the days as of {@link Days}, the first not after the second. */
    public TwoDays(int requirements, int firstDay, int secondDay) {
        this.firstDay = firstDay;
        this.secondDay = secondDay;
        this.first = new int[requirements];
        this.second = new int[requirements];
    }

    /** Hands over the obligations of the employee of the trace, by number of the requirement. */
    public void of(byte[] trace, PostFilter row, Sink sink) {
        if (!reader.open(trace, row)) {
            return;
        }
        while (reader.next() && reader.day() <= secondDay) {
            keep();
        }
        for (int requirement = 0; requirement < second.length; requirement++) {
            if (first[requirement] != 0 || second[requirement] != 0) {
                sink.take(requirement, first[requirement], second[requirement]);
            }
        }
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
    }

    private void keep() {
        if (reader.requirement() < second.length) {
            second[reader.requirement()] = reader.status();
            if (reader.day() <= firstDay) {
                first[reader.requirement()] = reader.status();
            }
        }
    }
}
