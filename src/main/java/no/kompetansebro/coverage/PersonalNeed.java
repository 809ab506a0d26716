package no.kompetansebro.coverage;

import no.kompetansebro.coverage.engine.Need;
import no.kompetansebro.organisation.EmployeeId;

/** What an employee needs because of one requirement. */
public record PersonalNeed(EmployeeId employee, Need need) {}
