package no.kompetansebro.lms;

import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.EmployerId;

/** A confirmed account was launched. Published in the launch's transaction. */
public record AccountSeen(EmployerId employer, RegistrationId registration, String subject) {}
