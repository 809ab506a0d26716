package no.kompetansebro.coverage;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.RequirementCode;

/**
 * An employee and a requirement at two times, or as seen in two ways; empty where the employee is not subject to it. At least one is
 * not empty.
 */
public record PairTwice(
        EmployeeId employee, RequirementCode requirement, Optional<Status> then, Optional<Status> now) {}
