package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.UnitCode;

/**
 * What a unit needs.
 *
 * @param unit empty for the whole municipality
 * @param closed why it is no longer a need; empty while it is
 */
record PlanNeed(
        UUID id,
        Optional<UnitCode> unit,
        String need,
        List<Strategy> strategies,
        Optional<String> closed,
        int version) {

    PlanNeed {
        strategies = List.copyOf(strategies);
    }
}
