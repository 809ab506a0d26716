package no.kompetansebro.lti.spi;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.outbound.Reach;

/**
 * A platform that may launch us under one client id (LTI 1.3 Core section 3.1.3).
 *
 * @param issuer the platform's {@code iss}, compared exactly
 * @param clientId what the platform calls us, compared exactly
 * @param deployments the deployment ids that may launch; empty: none yet
 * @param tokenAudience {@code aud} of our token requests where it is not the token endpoint (Security Framework 1.0
 *     section 4.1.2; Brightspace)
 * @param origins further origins that the platform's pages and services have, such as {@code https://school.example}
 *     where its issuer is a cloud for many schools (Canvas)
 * @param privateAddresses whether the platform may be in a private network, and is called there
 */
public record Registration(
        String issuer,
        String clientId,
        Set<String> deployments,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI jwksUri,
        Optional<String> tokenAudience,
        Set<String> origins,
        boolean privateAddresses) {

    public Registration {
        deployments = Set.copyOf(deployments);
        origins = Set.copyOf(origins);
    }

    /** Where calls to it may go. */
    public Reach reach() {
        return privateAddresses ? Reach.PRIVATE_TOO : Reach.PUBLIC;
    }

    /** A platform without peculiarities. */
    public Registration(
            String issuer,
            String clientId,
            Set<String> deployments,
            URI authorizationEndpoint,
            URI tokenEndpoint,
            URI jwksUri,
            boolean privateAddresses) {
        this(
                issuer,
                clientId,
                deployments,
                authorizationEndpoint,
                tokenEndpoint,
                jwksUri,
                Optional.empty(),
                Set.of(),
                privateAddresses);
    }
}
