package no.kompetansebro.coverage;

import java.time.LocalDate;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.RequirementCode;

/** Something that happens to a pair, or has happened, if nothing more is achieved (coverage.md sections 7 and 10). */
public record Fall(EmployeeId employee, RequirementCode requirement, LocalDate on, Kind kind) {

    /** What happens. */
    public enum Kind {
        /** A pair that was covered the day before is not any more, and not exempt either. */
        ENDS,
        /** On the first of the dates asked about it is past its deadline already: overdue or expired. */
        BEHIND,
        /** It comes to be past its deadline, for the first time in the dates asked about. */
        FALLS_BEHIND
    }
}
