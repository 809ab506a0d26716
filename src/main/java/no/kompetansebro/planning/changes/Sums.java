package no.kompetansebro.planning.changes;

import java.util.OptionalDouble;
import no.kompetansebro.coverage.Figures;

/**
 * Counts of pairs, or by how much they differ; then they may be negative.
 *
 * @param exempt those of the pairs that are left out of coverage
 */
record Sums(long pairs, long exempt, long covered, long lapsed) {

    static final Sums NONE = new Sums(0, 0, 0, 0);

    /** What one pair in the state counts. */
    static Sums of(State state) {
        return switch (state) {
            case NONE -> NONE;
            case EXEMPT -> new Sums(1, 1, 0, 0);
            case COVERED -> new Sums(1, 0, 1, 0);
            case DUE -> new Sums(1, 0, 0, 0);
            case LAPSED -> new Sums(1, 0, 0, 1);
        };
    }

    Sums plus(Sums other) {
        return new Sums(pairs + other.pairs, exempt + other.exempt, covered + other.covered, lapsed + other.lapsed);
    }

    Sums minus(Sums other) {
        return new Sums(pairs - other.pairs, exempt - other.exempt, covered - other.covered, lapsed - other.lapsed);
    }

    /** The pairs that coverage is of. */
    long toCover() {
        return pairs - exempt;
    }

    /** 0 to 1; empty where there is nothing to cover. */
    OptionalDouble coverage() {
        return figures().coverage();
    }

    /** As figures, of which only pairs, exempt and covered are told. */
    Figures figures() {
        return new Figures(pairs, covered, 0, 0, lapsed, 0, exempt, 0, 0);
    }
}
