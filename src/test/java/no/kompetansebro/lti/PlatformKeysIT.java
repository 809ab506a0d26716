package no.kompetansebro.lti;

import static no.kompetansebro.lti.TestPlatform.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's key set: rotation, outage, decoys (lti-requirements C.1, C.7, D.3). */
class PlatformKeysIT extends LaunchScenario {

    private static final RSAKey NEXT = TestPlatform.key("platform-key-2", 2048);
    private static final String GOOD = KEY.toPublicJWK().toJSONString();

    private Answer launchBy(RSAKey key) {
        return launchToken(claims -> TestPlatform.sign(Map.of("alg", "RS256", "kid", key.getKeyID()), claims, key));
    }

    @Test
    void readsTheSetOnceForManyLaunches() {
        for (int i = 0; i < 5; i++) {
            assertAdmitted(launchBy(KEY));
        }

        assertThat(platform.keySetReads).hasValue(1);
    }

    @Test
    void readsTheSetAnewForANewKey() {
        assertAdmitted(launchBy(KEY));
        platform.publish(NEXT.toPublicJWK().toJSONString());

        assertAdmitted(launchBy(NEXT));
        assertThat(launchBy(KEY).errorCode()).isEqualTo("kid_unknown");
    }

    @Test
    void readsTheSetAtMostTwiceInAFloodOfUnknownKeys() {
        assertAdmitted(launchBy(KEY));
        for (int i = 0; i < 30; i++) {
            int n = i;
            assertThat(launchToken(claims ->
                                    TestPlatform.sign(Map.of("alg", "RS256", "kid", "unknown-" + n), claims, KEY))
                            .errorCode())
                    .isEqualTo("kid_unknown");
        }

        assertThat(platform.keySetReads.get()).isLessThanOrEqualTo(2);
        assertAdmitted(launchBy(KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302})
    void saysThatThePlatformCannotBeReached(int status) {
        platform.keySetStatus = status;
        Answer answer = launchBy(KEY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.errorCode()).isEqualTo("platform_unreachable");
        platform.keySetStatus = 200;
        assertAdmitted(launchBy(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Maintenance</html>", "{\"keys\":[", "{\"keys\":[]}", "{}", "[]", "null"})
    void takesNoSetThatIsNone(String set) {
        platform.keySet = set;

        assertThat(launchBy(KEY).errorCode()).isEqualTo("platform_unreachable");
        platform.publish(GOOD);
        assertAdmitted(launchBy(KEY));
    }

    @Test
    void takesNoSetOfManyMegabytes() {
        platform.keySet = "{\"keys\":[" + GOOD + "],\"x\":\"" + "x".repeat(2_000_000) + "\"}";

        assertThat(launchBy(KEY).errorCode()).isEqualTo("platform_unreachable");
    }

    @Test
    void worksOnWhileThePlatformIsDown() {
        assertAdmitted(launchBy(KEY));
        platform.keySetStatus = 503;

        assertThat(launchToken(claims -> TestPlatform.sign(Map.of("alg", "RS256", "kid", "new"), claims, KEY))
                        .errorCode())
                .isEqualTo("kid_unknown");
        assertAdmitted(launchBy(KEY));
    }

    @Test
    void findsTheGoodKeyAmongDecoys() throws Exception {
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        RSAKey weak = TestPlatform.key("weak", 1024);
        RSAKey leaked = TestPlatform.key("leaked", 2048);
        RSAKey twin = TestPlatform.key("twin", 2048);
        RSAKey otherTwin = TestPlatform.key("twin", 2048);
        RSAKey encryption = TestPlatform.key("encryption", 2048);
        List<String> keys = new ArrayList<>(List.of(
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"" + KEY.getKeyID() + "\"}",
                "{\"kty\":\"RSA\",\"kid\":\"no-n\",\"e\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"kid\":\"off-curve\"}",
                "{\"kty\":\"future\"}",
                "7",
                "{}",
                ec.toPublicJWK().toJSONString(),
                weak.toPublicJWK().toJSONString(),
                leaked.toJSONString(),
                twin.toPublicJWK().toJSONString(),
                otherTwin.toPublicJWK().toJSONString(),
                encryption.toPublicJWK().toJSONString().replace("\"e\":", "\"use\":\"enc\",\"e\":"),
                GOOD,
                GOOD));
        platform.publish(keys.toArray(String[]::new));

        assertAdmitted(launchBy(KEY));
        for (RSAKey unusable : List.of(weak, leaked, twin, otherTwin, encryption)) {
            assertThat(launchBy(unusable).errorCode()).isEqualTo("kid_unknown");
        }
    }

    @Test
    void findsTheGoodKeyAmongHundreds() {
        platform.publish(IntStream.rangeClosed(0, 500)
                .mapToObj(i -> i == 400 ? GOOD : GOOD.replace(KEY.getKeyID(), "key-" + i + "-more"))
                .toArray(String[]::new));

        assertAdmitted(launchBy(KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {3072, 4096})
    void takesLargerKeys(int bits) {
        RSAKey large = TestPlatform.key("large", bits);
        platform.publish(large.toPublicJWK().toJSONString());

        assertAdmitted(launchBy(large));
    }

    @Test
    void takesWhateverContentType() {
        for (String type : new String[] {"application/jwk-set+json", "text/plain", null}) {
            platform.keySetType = type;
            assertAdmitted(launchBy(KEY));
            register(platform.registration(CLIENT, "1"));
        }
    }

    @Test
    void refusesTheKeyOfAnotherClientOfAnotherPlatform() {
        try (TestPlatform other = new TestPlatform()) {
            register(other.registration("client-2", "1"));
            other.publish(NEXT.toPublicJWK().toJSONString());

            assertThat(launchBy(NEXT).errorCode()).isEqualTo("kid_unknown");
        }
    }
}
