package no.kompetansebro.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Employers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** An issuer whose tokens open the API: checks them and tells whose client they are. */
final class TrustedIssuer {

    private final ApiIssuers.Issuer issuer;
    private final Employers employers;
    private final JwtDecoder decoder;

    TrustedIssuer(ApiIssuers.Issuer issuer, Employers employers) {
        this.issuer = issuer;
        this.employers = employers;
        // Discovery waits for the first token: the issuer need not be up when we start.
        this.decoder = new SupplierJwtDecoder(() -> decoder(issuer));
    }

    String name() {
        return issuer.issuer();
    }

    private static JwtDecoder decoder(ApiIssuers.Issuer issuer) {
        var keys = issuer.jwksUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer.issuer())
                : NimbusJwtDecoder.withJwkSetUri(issuer.jwksUri());
        NimbusJwtDecoder decoder = keys.jwsAlgorithms(TrustedIssuer::accept).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<>("exp", Objects::nonNull),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(issuer.audience()))));
        return decoder;
    }

    private static void accept(Set<SignatureAlgorithm> algorithms) {
        algorithms.addAll(Set.of(
                SignatureAlgorithm.RS256,
                SignatureAlgorithm.RS384,
                SignatureAlgorithm.RS512,
                SignatureAlgorithm.PS256,
                SignatureAlgorithm.ES256,
                SignatureAlgorithm.ES384));
    }

    /** The client of the token; empty when its employer is not ours. Throws when the token is not to be trusted. */
    Optional<ApiClient> client(String token) {
        Jwt jwt = decoder.decode(token);
        return employer(jwt)
                .flatMap(employers::find)
                .map(employer -> new ApiClient(employer, clientName(jwt), scopes(jwt)));
    }

    private Optional<String> employer(Jwt jwt) {
        return issuer.fixedEmployer()
                .or(() -> Optional.ofNullable(claim(jwt.getClaims(), issuer.employerClaim()))
                        .map(String::valueOf)
                        .map(value -> issuer.employers().getOrDefault(value, value)));
    }

    private static @Nullable Object claim(Map<String, Object> claims, @Nullable String path) {
        Object at = claims;
        for (String step : Objects.requireNonNull(path).split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    private Set<Scope> scopes(Jwt jwt) {
        return IssuedTokens.scopes(jwt.getClaims()).stream()
                .filter(scope -> scope.startsWith(issuer.scopePrefix()))
                .flatMap(scope -> Scope.of(scope.substring(issuer.scopePrefix().length())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String clientName(Jwt jwt) {
        return String.valueOf(
                jwt.getClaims().getOrDefault("client_id", jwt.getClaims().getOrDefault("azp", "unnamed")));
    }
}
