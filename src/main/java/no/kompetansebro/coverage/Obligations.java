package no.kompetansebro.coverage;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.UnitFacts;

/**
 * Where questions find the obligations of the employer in scope: computed from the facts, remembered from an earlier
 * question, or read from a model kept beside the facts. What one question sees is of one moment.
 */
interface Obligations {

    /** Answers from one moment that has at least the selected employees. */
    <T> T read(Selection selection, Function<Moment, T> answer);

    /** Everything as it was recorded at one moment. */
    interface Moment {

        /** The rules of the moment. */
        Rules rules();

        /** Hands over at least the selected employees, ordered by number, until {@code more} says no. */
        void people(Predicate<Obliged> more);

        /** What the units themselves have done, of those that have done anything. */
        List<UnitFacts> units();
    }
}
