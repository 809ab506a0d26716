package no.kompetansebro.lms.enrolling;

import no.kompetansebro.shared.EmployerId;

/** An employer has enrolments to be worked off. */
record EnrolmentsWait(EmployerId employer) {}
