package no.kompetansebro.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.web.Words;

/** Says by how much something differs. */
public final class Points {

    private Points() {}

    /** The difference in percentage points, with one decimal; a dash where there is none. */
    public static String between(OptionalDouble before, OptionalDouble after, Words words) {
        if (before.isEmpty() || after.isEmpty()) {
            return Words.DASH;
        }
        BigDecimal points = BigDecimal.valueOf(100 * (after.getAsDouble() - before.getAsDouble()))
                .setScale(1, RoundingMode.HALF_UP);
        return sign(points.signum()) + words.text("planning.changes.points", words.number(points.abs()));
    }

    /** With its sign; a 0 has none. */
    public static String signed(long number, Words words) {
        return sign(Long.signum(number)) + words.number(Math.abs(number));
    }

    private static String sign(int signum) {
        return signum > 0 ? "+" : signum < 0 ? "−" : "";
    }
}
