package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;

/** How a unit stands to a duty on units (coverage.md section 9); fields as of {@link Pair}. */
public record UnitDutyStanding(
        RequirementCode requirement,
        UnitCode unit,
        Status status,
        LocalDate deadline,
        Optional<LocalDate> heldFrom,
        Optional<LocalDate> heldUntil,
        Optional<LocalDate> nextChange) {}
