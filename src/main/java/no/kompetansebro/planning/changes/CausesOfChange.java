package no.kompetansebro.planning.changes;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/** Tells why pairs count as something else on the later of two dates than on the earlier (docs/adr/0014). */
record CausesOfChange(
        LocalDate then, LocalDate now, Map<RequirementCode, Requirement> requirements, Whereabouts whereabouts) {

    /** Whether the pair is there on one of the dates only: then it takes the whereabouts to tell why. */
    static boolean comesOrGoes(PairTwice pair) {
        return pair.then().isPresent() != pair.now().isPresent();
    }

    /** The cause; empty where the pair counts as the same on both dates. */
    Optional<Cause> of(PairTwice pair) {
        State before = State.of(pair.then());
        State after = State.of(pair.now());
        if (before == after) {
            return Optional.empty();
        }
        if (before == State.NONE) {
            return Optional.of(presence(pair, then, now, Cause.JOINED));
        }
        return Optional.of(after == State.NONE ? presence(pair, now, then, Cause.LEFT) : standing(before, after));
    }

    private static Cause standing(State before, State after) {
        if (before == State.EXEMPT || after == State.EXEMPT) {
            return Cause.EXEMPTION;
        }
        if (after == State.COVERED) {
            return Cause.COMPLETED;
        }
        return before == State.COVERED ? Cause.EXPIRED : Cause.DEADLINE;
    }

    /** Why there is no pair on the date {@code without}. */
    private Cause presence(PairTwice pair, LocalDate without, LocalDate with, Cause employment) {
        Requirement requirement = requirements.get(pair.requirement());
        if (requirement != null && !requirement.isInForce(without)) {
            return Cause.RULE_IN_FORCE;
        }
        if (!whereabouts.isEmployed(pair.employee(), without)) {
            return employment;
        }
        if (whereabouts.isOnLeaveOnlyOn(pair.employee(), without, with)) {
            return Cause.LEAVE;
        }
        return whereabouts.hasMoved(pair.employee(), without, with) ? Cause.MOVED : Cause.TARGET_GROUP;
    }
}
