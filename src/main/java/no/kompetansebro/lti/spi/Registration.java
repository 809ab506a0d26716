package no.kompetansebro.lti.spi;

import java.net.URI;
import java.util.Set;

/**
 * A platform that may launch us under one client id (LTI 1.3 Core section 3.1.3).
 *
 * @param issuer the platform's {@code iss}, compared exactly
 * @param clientId what the platform calls us, compared exactly
 * @param deployments the deployment ids that may launch; empty: none yet
 */
public record Registration(
        String issuer,
        String clientId,
        Set<String> deployments,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI jwksUri) {

    public Registration {
        deployments = Set.copyOf(deployments);
    }
}
