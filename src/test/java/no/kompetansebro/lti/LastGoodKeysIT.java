package no.kompetansebro.lti;

import static no.kompetansebro.lti.TestPlatform.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Outbound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance that starts while the platform is down (LES-20, LES-21, ATK-100, ATK-101). */
class LastGoodKeysIT extends LaunchScenario {

    @Autowired
    Outbound outbound;

    @Autowired
    LastGoodKeys lastGood;

    private Platform known;

    @BeforeEach
    void aPlatform() {
        known = new Platform(registration, platform.registration(CLIENT, "1"));
    }

    /** The keys as a new instance sees them: nothing of it is in memory. */
    private PlatformKeys newInstance() {
        return new PlatformKeys(outbound, lastGood);
    }

    private void readSomeTimeAgo(String interval) {
        jdbc.sql("update lti_platform_key_set set read_at = now() - cast(:ago as interval) where registration_id = :id")
                .param("ago", interval)
                .param("id", registration.value())
                .update();
    }

    @Test
    void findsWhatAnotherInstanceReadWhileThePlatformIsDown() {
        newInstance().find(known, KEY.getKeyID());
        platform.keySetStatus = 503;

        assertThat(newInstance().find(known, KEY.getKeyID()).toPublicJWK()).isEqualTo(KEY.toPublicJWK());
        readSomeTimeAgo("23 hours 59 minutes");
        assertThat(newInstance().find(known, KEY.getKeyID())).isNotNull();
    }

    @Test
    void trustsItNoLongerThanADay() {
        newInstance().find(known, KEY.getKeyID());
        readSomeTimeAgo("24 hours 1 minute");
        platform.keySetStatus = 503;

        assertRefused(newInstance(), known, Refusal.PLATFORM_UNREACHABLE);
        platform.keySetStatus = 200;
        assertThat(newInstance().find(known, KEY.getKeyID())).isNotNull();
    }

    @Test
    void isOfTheAddressThatThePlatformHasNow() {
        newInstance().find(known, KEY.getKeyID());
        Registration moved = new Registration(
                platform.issuer(),
                CLIENT,
                known.registration().deployments(),
                known.registration().authorizationEndpoint(),
                known.registration().tokenEndpoint(),
                known.registration().jwksUri().resolve("/elsewhere"),
                true);

        assertRefused(newInstance(), new Platform(registration, moved), Refusal.PLATFORM_UNREACHABLE);
    }

    @Test
    void isReplacedByWhatThePlatformHasAfterwards() {
        newInstance().find(known, KEY.getKeyID());
        platform.publish(TestPlatform.key("other", 2048).toPublicJWK().toJSONString());
        newInstance().find(known, "other");
        platform.keySetStatus = 503;

        assertRefused(newInstance(), known, Refusal.KID_UNKNOWN);
    }

    @Test
    void isNotReplacedByASetThatIsNone() {
        newInstance().find(known, KEY.getKeyID());
        platform.keySet = "{\"keys\":[]}";

        assertThat(newInstance().find(known, KEY.getKeyID())).isNotNull();
    }

    private static void assertRefused(PlatformKeys keys, Platform platform, Refusal refusal) {
        assertThatThrownBy(() -> keys.find(platform, KEY.getKeyID()))
                .isInstanceOfSatisfying(
                        LaunchRefused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
