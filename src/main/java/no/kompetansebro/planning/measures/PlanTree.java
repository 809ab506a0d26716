package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;

/**
 * Which plan is above which. The municipality's plan is above all; where the organisation has one unit on top, that unit
 * is the municipality, and its plan the municipality's.
 */
record PlanTree(UnitTree units) {

    /** The unit that is the municipality, where there is one. */
    Optional<UnitCode> top() {
        List<Unit> roots = units.roots();
        return roots.size() == 1 ? Optional.of(roots.getFirst().code()) : Optional.empty();
    }

    /** The unit of the plan: none for the municipality's. */
    Optional<UnitCode> plan(Optional<UnitCode> unit) {
        return unit.filter(code -> top().filter(code::equals).isEmpty());
    }

    /** The unit whose people the plan is for; empty for everybody. */
    Optional<UnitCode> people(Optional<UnitCode> plan) {
        return plan.or(this::top);
    }

    PlanLevel level(Place place) {
        if (place.isPersonal()) {
            return PlanLevel.INDIVIDUAL;
        }
        Optional<UnitCode> plan = plan(place.unit());
        if (plan.isEmpty()) {
            return PlanLevel.MUNICIPALITY;
        }
        int belowTop = units.path(plan.get()).size() - (top().isPresent() ? 1 : 0);
        return belowTop <= 1 ? PlanLevel.SECTION : PlanLevel.UNIT;
    }

    /** Whether the first plan is above the other, and not the same. */
    boolean isAbove(Optional<UnitCode> first, Optional<UnitCode> other) {
        Optional<UnitCode> above = plan(first);
        Optional<UnitCode> below = plan(other);
        return !above.equals(below)
                && below.isPresent()
                && (above.isEmpty()
                        || units.path(below.get()).stream().map(Unit::code).anyMatch(above.get()::equals));
    }

    boolean isSame(Optional<UnitCode> first, Optional<UnitCode> other) {
        return plan(first).equals(plan(other));
    }
}
