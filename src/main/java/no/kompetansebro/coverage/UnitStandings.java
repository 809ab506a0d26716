package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Obligations.Moment;
import no.kompetansebro.coverage.engine.HeadCount;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.RequirementCode;

/**
 * How units stand to what is asked of them (coverage.md section 9), on a date, of those that the viewer may see. A unit
 * that has ended is asked for nothing from that day on.
 */
record UnitStandings(Moment moment, Sight sight, LocalDate asOf) {

    /** The minimums in force, ordered by requirement and unit. */
    List<MinimumStanding> minimums() {
        HeadCount heads = moment.rules().engine().headCount(asOf);
        moment.people(person -> {
            heads.add(person.person());
            return true;
        });
        Set<UnitCode> units = units();
        return heads.standings().stream()
                .filter(standing -> units.contains(standing.unit()))
                .sorted(Comparator.comparing(MinimumStanding::requirement).thenComparing(MinimumStanding::unit))
                .toList();
    }

    /** The duties of units, ordered by requirement and unit. */
    List<UnitDutyStanding> duties() {
        Map<UnitCode, UnitFacts> facts =
                moment.units().stream().collect(Collectors.toMap(UnitFacts::unit, Function.identity()));
        List<UnitDutyStanding> duties = new ArrayList<>();
        for (UnitCode unit : units()) {
            UnitFacts known = facts.getOrDefault(unit, new UnitFacts(unit, List.of()));
            moment.rules().engine().unitDuties(known).stream()
                    .flatMap(o -> standing(unit, o))
                    .forEach(duties::add);
        }
        duties.sort(Comparator.comparing(UnitDutyStanding::requirement).thenComparing(UnitDutyStanding::unit));
        return duties;
    }

    private Stream<UnitDutyStanding> standing(UnitCode unit, Obligation obligation) {
        return obligation.on(asOf).map(s -> standing(unit, obligation, s)).stream();
    }

    private static UnitDutyStanding standing(UnitCode unit, Obligation obligation, Segment s) {
        return new UnitDutyStanding(
                obligation.requirement(), unit, s.status(), s.deadline(), s.heldFrom(), s.heldUntil(), s.nextChange());
    }

    private Set<UnitCode> units() {
        return sight.units(moment.rules().units()).stream()
                .filter(unit -> !hasEnded(moment.rules().units().unit(unit), asOf))
                .collect(Collectors.toSet());
    }

    private static boolean hasEnded(Optional<Unit> unit, LocalDate asOf) {
        return unit.flatMap(Unit::endedOn).filter(end -> !end.isAfter(asOf)).isPresent();
    }

    /** A minimum in one of its units. */
    record Open(RequirementCode requirement, UnitCode unit, int required) {}

    /** The minimums in force on the date, in each of their units that has not ended then. */
    static Stream<Open> openMinimums(Rules rules, LocalDate asOf) {
        return rules.requirements().values().stream()
                .filter(requirement -> requirement.isInForce(asOf))
                .flatMap(requirement -> requirement.demand() instanceof OfUnitMinimum minimum
                        ? minimum.units().stream()
                                .filter(unit -> !hasEnded(rules.units().unit(unit), asOf))
                                .map(unit -> new Open(requirement.code(), unit, minimum.count()))
                        : Stream.empty());
    }
}
