package no.kompetansebro.lti;

import java.util.Optional;
import no.kompetansebro.lti.spi.RegistrationId;

/** A login that has begun: what the launch that ends it has to fit. */
record LaunchAttempt(
        Hash nonce, Hash binding, RegistrationId registration, String targetLinkUri, Optional<String> deploymentId) {}
