package no.kompetansebro.requirement;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;

/** The employee is exempt from the requirement on {@code [from, until)}; without an end for ever (coverage.md section 7). */
public record Exemption(
        EmployeeId employee, RequirementCode requirement, LocalDate from, Optional<LocalDate> until, String reason) {}
