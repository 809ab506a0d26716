package no.kompetansebro.lti;

import java.net.URI;
import java.util.Optional;
import no.kompetansebro.lti.spi.RegistrationId;

/**
 * A login that has begun: what the launch that ends it has to fit.
 *
 * @param storage where the platform keeps a secret for us, where it offers to
 * @param freshStart the address that begins the launch anew in a window of its own
 */
record LaunchAttempt(
        Hash nonce,
        Hash binding,
        RegistrationId registration,
        String targetLinkUri,
        Optional<String> deploymentId,
        Optional<PlatformStorage> storage,
        Optional<URI> freshStart) {

    LaunchAttempt boundBy(Hash other) {
        return new LaunchAttempt(nonce, other, registration, targetLinkUri, deploymentId, storage, freshStart);
    }
}
