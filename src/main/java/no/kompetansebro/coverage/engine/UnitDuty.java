package no.kompetansebro.coverage.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfUnits;

/** A requirement on units themselves (coverage.md section 9). */
record UnitDuty(Duty duty, Set<UnitCode> units) {

    static UnitDuty of(Requirement requirement, OfUnits demand, List<Unit> units, Holdings holdings) {
        Terms terms = new Terms(demand.dueDate(), demand.graceDays(), requirement.warningDays());
        int holding = holdings.number(demand.criterion());
        return new UnitDuty(Duty.of(requirement, terms, holding), bound(demand, units));
    }

    private static Set<UnitCode> bound(OfUnits demand, List<Unit> units) {
        Set<UnitCode> bound = new HashSet<>(demand.units());
        units.stream()
                .filter(unit -> unit.kind().filter(demand.unitKinds()::contains).isPresent())
                .forEach(unit -> bound.add(unit.code()));
        return bound;
    }

    /** How it binds the unit; empty when it never does. */
    Optional<Obligation> obligation(UnitCode unit, Dossier dossier) {
        return units.contains(unit)
                ? Optional.of(duty.obligation(duty.validity(), List.of(), dossier))
                : Optional.empty();
    }
}
