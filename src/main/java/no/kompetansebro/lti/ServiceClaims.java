package no.kompetansebro.lti;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.lti.spi.Launch;
import tools.jackson.databind.JsonNode;

/**
 * What a launch says about services (AGS 2.0 section 3.1, NRPS 2.0 section 3.6.1.1). All of it is optional: what is
 * missing, malformed or leads elsewhere than to the platform's own origins is not there.
 */
final class ServiceClaims {

    private static final int LONGEST_ADDRESS = 2000;
    private static final String NAMES_VERSION = "2.0";

    private ServiceClaims() {}

    static Launch.Services of(Claims claims, Platform platform) {
        return new Launch.Services(grades(claims, platform), names(claims, platform));
    }

    private static Optional<Launch.Grades> grades(Claims claims, Platform platform) {
        Claims endpoint = claims.hints(LtiClaim.GRADES);
        Launch.Grades grades = new Launch.Grades(
                texts(endpoint, "scope"),
                address(endpoint, "lineitems", platform),
                address(endpoint, "lineitem", platform));
        return Optional.of(grades)
                .filter(found ->
                        found.lineItems().isPresent() || found.lineItem().isPresent());
    }

    private static Optional<Launch.Names> names(Claims claims, Platform platform) {
        Claims service = claims.hints(LtiClaim.NAMES);
        return texts(service, "service_versions").contains(NAMES_VERSION)
                ? address(service, "context_memberships_url", platform).map(Launch.Names::new)
                : Optional.empty();
    }

    private static Set<String> texts(Claims claims, String name) {
        return claims.find(name).filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(node -> node.stringValueOpt().stream())
                .collect(Collectors.toSet());
    }

    private static Optional<URI> address(Claims claims, String name, Platform platform) {
        return claims.hint(name)
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .flatMap(platform::ownAddress)
                .filter(uri -> uri.getRawFragment() == null);
    }
}
