package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What a measure is for.
 *
 * @param goal the strategic goal that it supports
 * @param need the need of the plan that it meets
 * @param requirements those whose gaps it closes
 */
record Closes(Optional<UUID> goal, Optional<UUID> need, List<RequirementCode> requirements) {

    Closes {
        requirements = List.copyOf(requirements);
    }
}
