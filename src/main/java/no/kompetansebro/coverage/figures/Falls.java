package no.kompetansebro.coverage.figures;

import java.util.Arrays;
import no.kompetansebro.coverage.Fall.Kind;

/**
 * Finds in traces which pairs of a row stop being covered in a period, and which are past their deadline at its start or
 * come to be in it ({@link no.kompetansebro.coverage.Fall}). Not for several threads.
 */
public final class Falls {

    /** Takes what happens to the pair of the requirement on the day. */
    @FunctionalInterface
    public interface Sink {
        void take(int requirement, int day, Kind kind);
    }

    private final int first;
    private final int end;
    private final TraceReader reader = new TraceReader();
    private final byte[] statuses;
    private final boolean[] behind;

    /**
     * In the days from the first to the end (exclusive).
     *
     * @param requirements one more than the highest number of a requirement
     */
    public Falls(int requirements, int first, int end) {
        this.first = first;
        this.end = end;
        this.statuses = new byte[requirements];
        this.behind = new boolean[requirements];
    }

    /** Hands over what happens to the pairs of the trace, as far as they belong to the row. */
    public void of(byte[] trace, PostFilter row, Sink sink) {
        if (reader.open(trace, row)) {
            boolean begun = false;
            while (reader.next() && reader.day() < end) {
                if (!begun && reader.day() > first) {
                    begin(sink);
                    begun = true;
                }
                if (reader.requirement() < statuses.length) {
                    change(reader.requirement(), begun, sink);
                }
            }
            if (!begun) {
                begin(sink);
            }
            Arrays.fill(statuses, (byte) 0);
            Arrays.fill(behind, false);
        }
    }

    private void begin(Sink sink) {
        for (int requirement = 0; requirement < statuses.length; requirement++) {
            if (isBehind(statuses[requirement])) {
                behind[requirement] = true;
                sink.take(requirement, first, Kind.BEHIND);
            }
        }
    }

    private void change(int requirement, boolean begun, Sink sink) {
        int from = statuses[requirement];
        int to = reader.status();
        statuses[requirement] = (byte) to;
        if (begun && isCovered(from) && to >= Layout.DUE) {
            sink.take(requirement, reader.day(), Kind.ENDS);
        }
        if (begun && isBehind(to) && !behind[requirement]) {
            behind[requirement] = true;
            sink.take(requirement, reader.day(), Kind.FALLS_BEHIND);
        }
    }

    private static boolean isCovered(int status) {
        return status == Layout.EXPIRING || status == Layout.COVERED;
    }

    private static boolean isBehind(int status) {
        return status >= Layout.EXPIRED;
    }
}
