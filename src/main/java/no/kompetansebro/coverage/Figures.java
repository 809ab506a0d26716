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

    /** Both together; of how much figures differ, too. */
    public Figures plus(Figures other) {
        return new Figures(
                pairs + other.pairs,
                covered + other.covered,
                expiring + other.expiring,
                due + other.due,
                overdue + other.overdue,
                expired + other.expired,
                exempt + other.exempt,
                employees + other.employees,
                fullyCovered + other.fullyCovered);
    }

    /** So many times each; -1 for how much less. */
    Figures times(int factor) {
        return new Figures(
                factor * pairs,
                factor * covered,
                factor * expiring,
                factor * due,
                factor * overdue,
                factor * expired,
                factor * exempt,
                factor * employees,
                factor * fullyCovered);
    }

    /** What one pair of the status counts; employees are not counted. */
    static Figures of(Status status) {
        return switch (status) {
            case EXEMPT -> new Figures(1, 0, 0, 0, 0, 0, 1, 0, 0);
            case EXPIRING -> new Figures(1, 1, 1, 0, 0, 0, 0, 0, 0);
            case COVERED -> new Figures(1, 1, 0, 0, 0, 0, 0, 0, 0);
            case DUE -> new Figures(1, 0, 0, 1, 0, 0, 0, 0, 0);
            case EXPIRED -> new Figures(1, 0, 0, 0, 0, 1, 0, 0, 0);
            case OVERDUE -> new Figures(1, 0, 0, 0, 1, 0, 0, 0, 0);
        };
    }

    /** Covered of all pairs that are not exempt, 0 to 1; empty where there is nothing to cover. */
    public OptionalDouble coverage() {
        long toCover = pairs - exempt;
        return toCover == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) covered / toCover);
    }
}
