package no.kompetansebro.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How long something takes, asked again and again. Milliseconds. */
record Latencies(double p50, double p95) {

    private static final int WARM_UP = 12;
    private static final int TIMES = 40;

    /** Of the question, which gets the number of the time so that it need not be the same each time. */
    static Latencies of(IntConsumer question) {
        for (int i = 0; i < WARM_UP; i++) {
            question.accept(i);
        }
        double[] took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            question.accept(i);
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return new Latencies(took[TIMES / 2], took[TIMES * 95 / 100]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f", p50, p95);
    }
}
