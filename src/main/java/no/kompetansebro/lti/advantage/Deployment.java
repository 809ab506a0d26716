package no.kompetansebro.lti.advantage;

import no.kompetansebro.lti.spi.RegistrationId;

/**
 * Where in a platform a call is for: tokens are not shared between deployments (Core section 6.2.1).
 *
 * @param id blank: none is known yet
 */
public record Deployment(RegistrationId registration, String id) {}
