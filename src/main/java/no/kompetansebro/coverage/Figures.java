package no.kompetansebro.coverage;

import java.util.OptionalDouble;

/**
 * Counts of pairs on a date (coverage.md section 8): pairs = covered + due + overdue + expired + exempt; expiring is a
 * part of covered.
 *
 * @param employees those with at least one pair that is not exempt
 * @param fullyCovered those of them without a gap
 */
public record Figures(
        long pairs,
        long covered,
        long expiring,
        long due,
        long overdue,
        long expired,
        long exempt,
        long employees,
        long fullyCovered) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Covered of all pairs that are not exempt, 0 to 1; empty where there is nothing to cover. */
    public OptionalDouble coverage() {
        long toCover = pairs - exempt;
        return toCover == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) covered / toCover);
    }
}
