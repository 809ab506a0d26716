package no.kompetansebro.lms.enrolling;

import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;

/**
 * An enrolment that waits.
 *
 * @param sent whether the LMS was asked before and may have done it
 * @param attempts how often it was tried in vain
 */
record Waiting(UUID request, EmployeeId employee, String issuer, String course, boolean sent, int attempts) {}
