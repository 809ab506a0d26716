package no.kompetansebro.lti;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The token is from this platform, for us, now, and for this attempt (Security Framework 1.0 section 5.1.3). */
@Component
class SecurityClaims {

    /** How far clocks may differ. */
    static final Duration LEEWAY = Duration.ofSeconds(60);

    /** How old a token may be, however long it says that it lives. */
    static final Duration OLDEST = Duration.ofMinutes(10);

    /** An end that is no sensible moment: a mistake, or milliseconds. */
    private static final Instant BEYOND = Instant.parse("2100-01-01T00:00:00Z");

    private final Clock clock;

    SecurityClaims(Clock clock) {
        this.clock = clock;
    }

    void check(Claims claims, Platform platform, LaunchAttempt attempt) {
        String clientId = platform.registration().clientId();
        require(
                claims.text("iss")
                        .filter(platform.registration().issuer()::equals)
                        .isPresent(),
                Refusal.ISSUER_MISMATCH);
        require(audience(claims).equals(List.of(clientId)), Refusal.AUDIENCE_MISMATCH);
        require(claims.text("azp").filter(azp -> !azp.equals(clientId)).isEmpty(), Refusal.AUTHORIZED_PARTY_MISMATCH);
        checkTimes(claims, clock.instant());
        require(claims.text("nonce").filter(attempt.nonce()::matches).isPresent(), Refusal.NONCE_MISMATCH);
    }

    /** We trust no audience but ourselves, so there is never a second one (section 5.1.3(3)). */
    private static List<String> audience(Claims claims) {
        return claims.find("aud").filter(node -> !node.isArray()).isPresent()
                ? claims.text("aud").stream().toList()
                : claims.texts("aud");
    }

    private static void checkTimes(Claims claims, Instant now) {
        Instant expires = moment(claims, "exp");
        Instant issued = moment(claims, "iat");
        require(expires.plus(LEEWAY).isAfter(now), Refusal.TOKEN_EXPIRED);
        require(expires.isBefore(BEYOND), Refusal.TOKEN_NOT_CURRENT);
        require(!issued.isAfter(now.plus(LEEWAY)), Refusal.TOKEN_NOT_CURRENT);
        require(issued.plus(OLDEST).plus(LEEWAY).isAfter(now), Refusal.TOKEN_NOT_CURRENT);
        require(!claims.has("nbf") || !moment(claims, "nbf").isAfter(now.plus(LEEWAY)), Refusal.TOKEN_NOT_CURRENT);
    }

    private static Instant moment(Claims claims, String name) {
        long seconds = claims.seconds(name).orElseThrow(() -> new LaunchRefused(Refusal.CLAIMS_MISSING));
        require(seconds >= 0, Refusal.CLAIM_INVALID);
        return Instant.ofEpochSecond(Math.min(seconds, BEYOND.getEpochSecond()));
    }

    private static void require(boolean condition, Refusal refusal) {
        if (!condition) {
            throw new LaunchRefused(refusal);
        }
    }
}
