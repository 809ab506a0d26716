package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.requirement.RequirementCode;

/**
 * Says what is covered on any date, and why: coverage.md as a pure function. Made once for a rulebook, then asked about
 * any number of people, from any number of threads.
 */
public final class Engine {

    private final Rulebook rulebook;

    /**
     * Compiles the rulebook. Throws {@link IllegalArgumentException} when it names a competence, scale, level or unit
     * that it does not have, or when the units form a cycle.
     */
    public Engine(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The requirements that bind the person on some date, in the order of the rulebook. */
    public List<Obligation> obligations(Person person) {
        return List.of();
    }

    /** The duties that bind the unit on some date, in the order of the rulebook (coverage.md section 9). */
    public List<Obligation> unitDuties(UnitFacts unit) {
        return List.of();
    }

    /** An empty count of heads for the minimums on the date (coverage.md section 9). */
    public HeadCount headCount(LocalDate asOf) {
        return new HeadCount(rulebook, asOf);
    }

    /** Why the person's obligation stands as it does on the date; empty when the person is not subject on it. */
    public Optional<Explanation> explanation(Person person, RequirementCode requirement, LocalDate asOf) {
        return Optional.empty();
    }
}
