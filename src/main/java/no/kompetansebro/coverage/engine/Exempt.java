package no.kompetansebro.coverage.engine;

import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;

/** The employee is exempt from the requirement on the dates. */
public record Exempt(RequirementCode requirement, DateInterval dates) {}
