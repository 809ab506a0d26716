package no.kompetansebro.evidence;

import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerId;

/** The employee has a new result, or evidence that is new or revoked. Published in the transaction that records it. */
public record ResultRecorded(EmployerId employer, EmployeeId employee) {}
