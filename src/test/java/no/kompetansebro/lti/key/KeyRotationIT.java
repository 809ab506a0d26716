package no.kompetansebro.lti.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.kompetansebro.lti.Browser;
import no.kompetansebro.lti.LaunchScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** Two instances over one database, with a clock that the test moves (LES-30 to LES-32). */
class KeyRotationIT extends LaunchScenario {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    KeyVault vault;

    private final MovedClock clock = new MovedClock();
    private Instance one;
    private Instance two;

    @BeforeEach
    void noKeyYet() {
        jdbc.sql("delete from lti_tool_key").update();
        one = instance();
        two = instance();
    }

    @AfterEach
    void aKeyOfNow() {
        jdbc.sql("delete from lti_tool_key").update();
        clock.now = Instant.now();
        one.rotation.keepUp();
    }

    private Instance instance() {
        ToolKeys keys = new ToolKeys(jdbc, vault);
        return new Instance(keys, new KeyRotation(keys, transaction, clock), new Signer(keys, clock));
    }

    private record Instance(ToolKeys keys, KeyRotation rotation, Signer signer) {

        String signingKey() throws Exception {
            return JWSObject.parse(signer.sign(Map.of("sub", "x"))).getHeader().getKeyID();
        }

        List<String> published(Instant now) {
            return keys.published(now).getKeys().stream().map(JWK::getKeyID).toList();
        }
    }

    private void later(Duration time) {
        clock.now = clock.now.plus(time);
    }

    @Test
    void startsWithOneKeyHoweverManyInstancesStart() throws Exception {
        List<Future<?>> starts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                starts.add(threads.submit(instance().rotation::keepUp));
            }
        }
        for (Future<?> start : starts) {
            start.get();
        }

        assertThat(one.published(clock.now)).hasSize(1);
        assertThat(one.signingKey()).isEqualTo(two.signingKey());
    }

    @Test
    void publishesTheNextKeyADayBeforeItSignsAndTheOldOneAWeekAfter() throws Exception {
        one.rotation.keepUp();
        String old = one.signingKey();
        one.rotation.rotate();
        String next = two.published(clock.now).stream()
                .filter(k -> !k.equals(old))
                .findFirst()
                .orElseThrow();

        later(KeyRotation.PUBLISHED_BEFORE.minus(SOON));
        assertThat(two.signingKey()).isEqualTo(old);
        later(SOON);
        assertThat(two.signingKey()).isEqualTo(next);
        assertThat(one.signingKey()).isEqualTo(next);
        later(KeyRotation.PUBLISHED_AFTER.minus(SOON));
        assertThat(one.published(clock.now)).containsExactlyInAnyOrder(old, next);
        later(SOON);
        assertThat(one.published(clock.now)).containsExactly(next);
        two.rotation.keepUp();
        assertThat(jdbc.sql("select kid from lti_tool_key").query(String.class).list())
                .containsExactly(next);
    }

    @Test
    void makesOneNextKeyHoweverOftenItIsAsked() {
        one.rotation.keepUp();
        one.rotation.rotate();
        two.rotation.rotate();
        one.rotation.keepUp();

        assertThat(two.rotation.current()).hasSize(2);
        assertThat(two.rotation.current().getFirst().isNext(clock.now)).isTrue();
    }

    @Test
    void replacesAKeyThatHasSignedFor90Days() throws Exception {
        one.rotation.keepUp();
        String old = one.signingKey();
        later(KeyRotation.OLDEST);
        one.rotation.keepUp();
        assertThat(one.published(clock.now)).containsExactly(old);

        later(SOON);
        one.rotation.keepUp();
        two.rotation.keepUp();
        assertThat(one.published(clock.now)).hasSize(2).contains(old);
        assertThat(two.signingKey()).isEqualTo(old);
    }

    @Test
    void signsOnlyWithWhatIsPublishedWhileItRotates() throws Exception {
        one.rotation.keepUp();
        for (int step = 0; step < 60; step++) {
            if (step % 12 == 5) {
                (step % 24 == 5 ? one : two).rotation.rotate();
            }
            later(Duration.ofHours(11));
            two.rotation.keepUp();
            JWSObject signed = JWSObject.parse(one.signer.sign(Map.of("n", step)));
            JWKSet seen = two.keys.published(clock.now);
            assertThat(signed.verify(new RSASSAVerifier(
                            seen.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey())))
                    .isTrue();
        }
    }

    @Test
    void withdrawsEveryKeyAtOnceAfterALeak() throws Exception {
        one.rotation.keepUp();
        one.rotation.rotate();
        String leaked = one.signingKey();
        two.rotation.withdraw();

        assertThat(one.signingKey()).isNotEqualTo(leaked);
        assertThat(one.published(clock.now)).containsExactly(one.signingKey());
    }

    @Test
    void obeysTheOperatorsCommand() throws Exception {
        one.rotation.keepUp();
        KeyKeeping keeping = new KeyKeeping(one.rotation);

        keeping.run(new DefaultApplicationArguments());
        assertThat(one.rotation.current()).hasSize(1);
        keeping.run(new DefaultApplicationArguments("--lti-keys=rotate"));
        assertThat(one.rotation.current()).hasSize(2);
        keeping.run(new DefaultApplicationArguments("--lti-keys=withdraw"));
        assertThat(one.rotation.current()).hasSize(1);
        assertThatThrownBy(() -> keeping.run(new DefaultApplicationArguments("--lti-keys=burn")))
                .hasMessageContaining("burn");
    }

    @Test
    void makesANextKeyAlsoRightAfterAWithdrawal() {
        one.rotation.keepUp();
        one.rotation.rotate();
        one.rotation.withdraw();
        assertThat(one.rotation.current()).hasSize(1);

        two.rotation.rotate();

        assertThat(one.rotation.current()).hasSize(2);
    }

    @Test
    void isSeenByPlatformsWithoutARestart() throws Exception {
        clock.now = Instant.now();
        one.rotation.keepUp();
        one.rotation.rotate();

        assertThat(JWKSet.parse(new Browser(port).get("/lti/jwks").body()).getKeys())
                .hasSize(2);
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
