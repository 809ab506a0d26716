package no.kompetansebro.lti;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a platform says about itself (Security Framework 1.0 section 3.1.3, Dynamic Registration section 3.4).
 *
 * @param family such as {@code moodle}; decides only about words
 * @param scopes those it supports; empty: it does not say
 */
public record PlatformConfiguration(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI jwksUri,
        Optional<URI> registrationEndpoint,
        Optional<String> tokenAudience,
        Optional<String> family,
        Set<String> scopes,
        Set<String> messages) {

    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    /** Reads the document; empty where it is none, or an address in it is no web address. */
    static Optional<PlatformConfiguration> of(String json) {
        try {
            return Optional.of(of(new Claims(StrictJson.object(json.getBytes(StandardCharsets.UTF_8)))));
        } catch (LaunchRefused e) {
            return Optional.empty();
        }
    }

    private static PlatformConfiguration of(Claims document) {
        Claims platform = document.hints(PLATFORM);
        return new PlatformConfiguration(
                document.text("issuer")
                        .flatMap(i -> address(i).map(_ -> i))
                        .orElseThrow(PlatformConfiguration::invalid),
                required(document, "authorization_endpoint"),
                required(document, "token_endpoint"),
                required(document, "jwks_uri"),
                document.text("registration_endpoint")
                        .map(text -> address(text).orElseThrow(PlatformConfiguration::invalid)),
                document.hint("authorization_server"),
                platform.hint("product_family_code"),
                Set.copyOf(document.texts("scopes_supported")),
                messages(platform));
    }

    private static Set<String> messages(Claims platform) {
        return platform.find("messages_supported").stream()
                .flatMap(list -> list.valueStream())
                .flatMap(message -> message.asObjectOpt().stream())
                .flatMap(message -> new Claims(message).hint("type").stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static URI required(Claims document, String name) {
        return document.text(name).flatMap(PlatformConfiguration::address).orElseThrow(PlatformConfiguration::invalid);
    }

    private static Optional<URI> address(String text) {
        return Origins.of(text).map(_ -> URI.create(text)).filter(uri -> uri.getRawFragment() == null);
    }

    private static LaunchRefused invalid() {
        return new LaunchRefused(Refusal.CLAIM_INVALID);
    }

    /** Whether the issuer is where the document was read, and so may speak for itself. */
    boolean isAt(URI address) {
        return origin().equals(Origins.of(address.toString()));
    }

    /** Whether every endpoint is at the issuer's. */
    boolean keepsToItself() {
        Predicate<URI> own = this::isAt;
        return List.of(authorizationEndpoint, tokenEndpoint, jwksUri).stream().allMatch(own)
                && registrationEndpoint.filter(own).isPresent();
    }

    Optional<String> origin() {
        return Origins.of(issuer);
    }
}
