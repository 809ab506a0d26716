package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The attacks catch faults: each check taken out of the verification lets one of them in (lti-requirements F.7). */
class SeededFaultsIT extends LaunchScenario {

    private static final String NONCE = "nonce";

    @Autowired
    SignatureCheck signature;

    @Autowired
    SecurityClaims security;

    @Autowired
    LaunchMessage message;

    @Autowired
    Clock clock;

    private Platform known;
    private LaunchAttempt attempt;
    private final Map<String, String> attacks = new LinkedHashMap<>();

    @BeforeEach
    void attacks() {
        known = new Platform(registration, platform.registration(CLIENT, "1", "2"));
        attempt = new LaunchAttempt(
                Hash.of(NONCE),
                Hash.of("binding"),
                registration,
                TARGET,
                Optional.of("1"),
                Optional.empty(),
                Optional.empty());
        attacks.put(
                "forged",
                TestPlatform.sign(
                        Map.of("typ", "JWT", "alg", "RS256", "kid", TestPlatform.KEY.getKeyID()),
                        good(),
                        TestPlatform.key(TestPlatform.KEY.getKeyID(), 2048)));
        attacks.put("unsigned", Base64URL.encode("{\"alg\":\"none\"}") + "." + body("sub", "kari") + ".AA");
        attacks.put("issuer", changed("iss", "https://other.example"));
        attacks.put("audience", changed("aud", "another-tool"));
        attacks.put("nonce", changed("nonce", "another"));
        attacks.put("expired", changed("exp", Instant.now().getEpochSecond() - 120));
        attacks.put("old", changed("iat", Instant.now().getEpochSecond() - 3600));
        attacks.put("deployment", changed(CLAIM + "deployment_id", "2"));
        attacks.put("unregistered", changed(CLAIM + "deployment_id", "9"));
        attacks.put("target", changed(CLAIM + "target_link_uri", "http://localhost:8080/planlegging"));
        attacks.put("version", changed(CLAIM + "version", "1.4.0"));
    }

    private Map<String, Object> good() {
        return platform.claims(CLIENT, NONCE, TARGET);
    }

    private String changed(String name, Object value) {
        Map<String, Object> claims = good();
        claims.put(name, value);
        return platform.sign(claims);
    }

    private Base64URL body(String name, String value) {
        String signed = changed(name, value);
        return new Base64URL(signed.split("\\.")[1]);
    }

    private Set<String> admittedBy(LaunchVerification verification) {
        Set<String> admitted = new TreeSet<>();
        attacks.forEach((name, token) -> {
            try {
                verification.read(verification.verify(token, known, attempt), known, attempt);
                admitted.add(name);
            } catch (LaunchRefused expected) {
                assertThat(expected.refusal().status().is4xxClientError()).isTrue();
            }
        });
        return admitted;
    }

    private static Claims with(Claims claims, String name, String value) {
        return new Claims(claims.object().deepCopy().put(name, value));
    }

    @Test
    void letsNoAttackInWithEveryCheckInItsPlace() {
        LaunchVerification whole = new LaunchVerification(signature, security, message);

        assertThat(admittedBy(whole)).isEmpty();
        assertThat(whole.read(whole.verify(platform.sign(good()), known, attempt), known, attempt)
                        .deployment())
                .isEqualTo("1");
    }

    @Test
    void catchesAMissingSignatureCheck() {
        SignatureCheck none = new SignatureCheck(null) {
            @Override
            void check(IdToken token, Platform platform) {}
        };

        assertThat(admittedBy(new LaunchVerification(none, security, message))).containsExactly("forged", "unsigned");
    }

    @Test
    void catchesAMissingIssuerCheck() {
        assertThat(admittedBy(secured((claims, a) -> security.check(with(claims, "iss", platform.issuer()), known, a))))
                .containsExactly("issuer");
    }

    @Test
    void catchesAMissingAudienceCheck() {
        assertThat(admittedBy(secured((claims, a) -> security.check(with(claims, "aud", CLIENT), known, a))))
                .containsExactly("audience");
    }

    @Test
    void catchesAMissingNonceCheck() {
        assertThat(admittedBy(secured((claims, a) -> security.check(with(claims, "nonce", NONCE), known, a))))
                .containsExactly("nonce");
    }

    @Test
    void catchesAClockThatStandsStill() {
        assertThat(admittedBy(secured((claims, a) -> {
                    Instant issued = Instant.ofEpochSecond(claims.seconds("iat").orElseThrow());
                    Instant ends = Instant.ofEpochSecond(claims.seconds("exp").orElseThrow());
                    Instant good = issued.isBefore(ends) ? issued : ends;
                    new SecurityClaims(Clock.fixed(good, ZoneOffset.UTC)).check(claims, known, a);
                })))
                .contains("old");
    }

    @Test
    void catchesAMissingDeploymentCheck() {
        LaunchMessage any = new LaunchMessage(null) {
            @Override
            Launch read(Claims claims, Platform platform, LaunchAttempt a) {
                Registration r = platform.registration();
                String theirs = claims.text(CLAIM + "deployment_id").orElseThrow();
                Registration wide = new Registration(
                        r.issuer(),
                        r.clientId(),
                        Set.of(theirs),
                        r.authorizationEndpoint(),
                        r.tokenEndpoint(),
                        r.jwksUri(),
                        r.tokenAudience(),
                        r.origins(),
                        r.privateAddresses());
                LaunchAttempt open = new LaunchAttempt(
                        a.nonce(),
                        a.binding(),
                        a.registration(),
                        a.targetLinkUri(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                return message.read(claims, new Platform(platform.id(), wide), open);
            }
        };

        assertThat(admittedBy(new LaunchVerification(signature, security, any)))
                .containsExactly("deployment", "unregistered");
    }

    @Test
    void catchesAMissingTargetAndVersionCheck() {
        LaunchMessage lenient = new LaunchMessage(null) {
            @Override
            Launch read(Claims claims, Platform platform, LaunchAttempt a) {
                return message.read(
                        with(with(claims, CLAIM + "target_link_uri", TARGET), CLAIM + "version", "1.3.0"), platform, a);
            }
        };

        assertThat(admittedBy(new LaunchVerification(signature, security, lenient)))
                .containsExactly("target", "version");
    }

    private interface Check {
        void check(Claims claims, LaunchAttempt attempt);
    }

    private LaunchVerification secured(Check check) {
        return new LaunchVerification(
                signature,
                new SecurityClaims(clock) {
                    @Override
                    void check(Claims claims, Platform platform, LaunchAttempt a) {
                        check.check(claims, a);
                    }
                },
                message);
    }
}
