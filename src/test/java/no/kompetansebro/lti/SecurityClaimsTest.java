package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SecurityClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final URI ANYWHERE = URI.create("https://lms.example/x");
    private static final Platform PLATFORM = new Platform(
            new RegistrationId(UUID.randomUUID()),
            new Registration("https://lms.example", "us", Set.of("1"), ANYWHERE, ANYWHERE, ANYWHERE, false));
    private static final LaunchAttempt ATTEMPT = new LaunchAttempt(
            Hash.of("nonce"),
            Hash.of("binding"),
            PLATFORM.id(),
            "https://tool.example/",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final SecurityClaims security = new SecurityClaims(Clock.fixed(NOW, ZoneOffset.UTC));

    private Optional<Refusal> check(long issued, long expires) {
        ObjectNode claims = new JsonMapper().createObjectNode();
        claims.put("iss", "https://lms.example").put("aud", "us").put("nonce", "nonce");
        claims.put("iat", NOW.getEpochSecond() + issued).put("exp", NOW.getEpochSecond() + expires);
        return Optional.ofNullable(catchThrowableOfType(
                        LaunchRefused.class, () -> security.check(new Claims(claims), PLATFORM, ATTEMPT)))
                .map(LaunchRefused::refusal);
    }

    @Test
    void givesClocksSixtySecondsAtTheEnd() {
        assertThat(check(-100, -59)).isEmpty();
        assertThat(check(-100, -60)).contains(Refusal.TOKEN_EXPIRED);
        assertThat(check(-100, -61)).contains(Refusal.TOKEN_EXPIRED);
    }

    @Test
    void givesClocksSixtySecondsAtTheStart() {
        assertThat(check(60, 120)).isEmpty();
        assertThat(check(61, 120)).contains(Refusal.TOKEN_NOT_CURRENT);
    }

    @Test
    void takesNoTokenOlderThanTenMinutesHoweverLongItLives() {
        assertThat(check(-600 - 59, 3600)).isEmpty();
        assertThat(check(-600 - 60, 3600)).contains(Refusal.TOKEN_NOT_CURRENT);
    }

    @Test
    void keepsWorkingAfter2038() {
        Instant then = Instant.parse("2039-01-01T08:00:00Z");
        SecurityClaims later = new SecurityClaims(Clock.fixed(then, ZoneOffset.UTC));
        ObjectNode claims = new JsonMapper().createObjectNode();
        claims.put("iss", "https://lms.example").put("aud", "us").put("nonce", "nonce");
        claims.put("iat", then.getEpochSecond()).put("exp", then.getEpochSecond() + 60);

        later.check(new Claims(claims), PLATFORM, ATTEMPT);
    }
}
