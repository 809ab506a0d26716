package no.kompetansebro.lms;

import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.RegistrationId;

/**
 * An account of an LMS, as a launch or a roster tells of it.
 *
 * @param subject who it is inside the issuer
 * @param person hints (lti-requirements LES-50)
 */
record Account(RegistrationId registration, String issuer, String subject, Launch.Person person) {}
