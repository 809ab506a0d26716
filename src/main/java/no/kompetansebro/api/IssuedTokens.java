package no.kompetansebro.api;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Employers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** JWTs (RFC 7519) of the configured issuers. */
@Component
@Order(3)
class IssuedTokens implements BearerTokens {

    private static final Logger log = LoggerFactory.getLogger(IssuedTokens.class);

    private final Map<String, TrustedIssuer> issuers;

    IssuedTokens(ApiIssuers configured, Employers employers) {
        this.issuers = configured.issuers().stream()
                .map(issuer -> new TrustedIssuer(issuer, employers))
                .collect(Collectors.toUnmodifiableMap(TrustedIssuer::name, Function.identity()));
    }

    @Override
    public Optional<ApiClient> client(String token) {
        return issuers.isEmpty()
                ? Optional.empty()
                : claimedIssuer(token).map(issuers::get).flatMap(issuer -> verified(issuer, token));
    }

    private static Optional<String> claimedIssuer(String token) {
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet()).map(claims -> claims.getIssuer());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ApiClient> verified(TrustedIssuer issuer, String token) {
        try {
            return issuer.client(token);
        } catch (JwtException | JwtDecoderInitializationException e) {
            log.info(
                    "A token of {} was refused: {}", issuer.name(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** The scopes in a {@code scope} or {@code scp} claim, which is one text or a list. */
    static List<String> scopes(Map<String, Object> claims) {
        Object claim = claims.getOrDefault("scope", claims.getOrDefault("scp", ""));
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(claim).split(" ", -1));
    }
}
