package no.kompetansebro.planning.web;

import no.kompetansebro.coverage.LargeRecalculation;
import no.kompetansebro.coverage.web.Words;

/**
 * How far it has come.
 *
 * @param done how many of {@code of} are done
 * @param quarter 0 to 4; screen readers are told when it changes
 */
record RecalculatingView(String text, long done, long of, long quarter) {

    private static final long MANY = 1_000;
    private static final long ROUND = 100;

    static RecalculatingView of(LargeRecalculation large, Words words) {
        long done = large.of() - large.left();
        return new RecalculatingView(text(large, words), done, large.of(), large.of() == 0 ? 0 : 4 * done / large.of());
    }

    private static String text(LargeRecalculation large, Words words) {
        return large.summingUp()
                ? words.text("planning.wait.summingUp")
                : words.text("planning.wait.left", words.number(about(large.left())), words.number(large.of()));
    }

    /** It is an estimate, and says no more than it knows. */
    private static long about(long left) {
        return left < MANY ? left : Math.ceilDiv(left, ROUND) * ROUND;
    }
}
