package no.kompetansebro.coverage;

import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.RequirementCode;

/** Days of a period on which a pair was subject, not exempt, past the deadline and not held (coverage.md section 8). */
public record GapDays(EmployeeNumber employee, RequirementCode requirement, long days) {}
