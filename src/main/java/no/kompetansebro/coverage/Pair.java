package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.RequirementCode;

/**
 * An employee subject to a requirement on a date, and how it stands (coverage.md section 7).
 *
 * @param deadline the deadline of the subject interval that contains the date
 * @param heldFrom start of the holding interval that contains the date; empty when not held
 * @param heldUntil its end (exclusive); empty when not held, or held for ever
 * @param nextChange the first later date on which the status differs or the employee is no longer subject
 */
public record Pair(
        EmployeeId employeeId,
        EmployeeNumber employee,
        RequirementCode requirement,
        Status status,
        LocalDate deadline,
        Optional<LocalDate> heldFrom,
        Optional<LocalDate> heldUntil,
        Optional<LocalDate> nextChange) {}
