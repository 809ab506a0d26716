package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;

/**
 * How a minimum stands in one of its units (coverage.md section 9).
 *
 * @param atRiskOn the first date within the warning on which it will not be met, where it is AT_RISK
 */
public record MinimumStanding(
        RequirementCode requirement,
        UnitCode unit,
        int required,
        int holders,
        Level status,
        Optional<LocalDate> atRiskOn) {

    /** Met, met but not for long, or not met. */
    public enum Level {
        MET,
        AT_RISK,
        NOT_MET
    }
}
