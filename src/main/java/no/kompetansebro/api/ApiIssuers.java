package no.kompetansebro.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code kompetansebro.api.issuers}: whose JWTs open the API (Maskinporten, Entra ID, any OIDC issuer). */
@ConfigurationProperties("kompetansebro.api")
record ApiIssuers(@DefaultValue List<Issuer> issuers) {

    /**
     * One issuer.
     *
     * @param jwksUri where its keys are; found by OIDC discovery when absent
     * @param audience what {@code aud} must contain
     * @param employer the code of the employer that all its tokens are for
     * @param employerClaim or: the claim that tells the employer; dots go into objects ({@code consumer.ID})
     * @param employers what the claim's values stand for; without an entry the value is the employer's code itself
     * @param scopePrefix what its scopes have before ours ({@code fjordvik:} for {@code fjordvik:coverage:read})
     */
    record Issuer(
            String issuer,
            @Nullable String jwksUri,
            String audience,
            @Nullable String employer,
            @Nullable String employerClaim,
            @DefaultValue Map<String, String> employers,
            @DefaultValue("") String scopePrefix) {

        Issuer {
            require(issuer != null && !issuer.isBlank(), "issuer is missing");
            require(audience != null && !audience.isBlank(), "audience is missing for " + issuer);
            require(
                    (employer == null) != (employerClaim == null),
                    "exactly one of employer and employer-claim is needed for " + issuer);
        }

        private static void require(boolean met, String otherwise) {
            if (!met) {
                throw new IllegalArgumentException("kompetansebro.api.issuers: " + otherwise);
            }
        }

        Optional<String> fixedEmployer() {
            return Optional.ofNullable(employer);
        }
    }
}
