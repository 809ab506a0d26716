package no.kompetansebro.lti;

import static no.kompetansebro.lti.TestPlatform.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Token attacks (lti-requirements C.1), each beside a good launch with the same login. */
class TokenAttackIT extends LaunchScenario {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD_HEADER = header("RS256", "");

    private static String header(String alg, String more) {
        return "{\"alg\":\"" + alg + "\",\"kid\":\"" + KEY.getKeyID() + "\"" + more + "}";
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("ATK-001 alg none", "algorithm_not_allowed", c -> unsigned("none", c)),
                attack("ATK-001 alg None", "algorithm_not_allowed", c -> unsigned("None", c) + "AA"),
                attack(
                        "ATK-001 no alg",
                        "algorithm_not_allowed",
                        c -> TestPlatform.sign(Map.of("kid", KEY.getKeyID()), c, KEY)),
                attack("ATK-001 empty signature", "token_malformed", c -> cut(good(c), 2) + "."),
                attack("ATK-002 HS256 with the public key", "algorithm_not_allowed", TokenAttackIT::hmac),
                attack("ATK-003 PS256", "algorithm_not_allowed", c -> withHeader(header("PS256", ""), c)),
                attack("ATK-003 RS512", "algorithm_not_allowed", c -> withHeader(header("RS512", ""), c)),
                attack("ATK-003 ES256", "algorithm_not_allowed", c -> withHeader(header("ES256", ""), c)),
                attack("ATK-003 alg rs256", "algorithm_not_allowed", c -> withHeader(header("rs256", ""), c)),
                attack("ATK-004 changed payload", "signature_invalid", TokenAttackIT::changedPayload),
                attack("ATK-004 changed signature", "signature_invalid", TokenAttackIT::changedSignature),
                attack("ATK-004 no signature", "token_malformed", c -> cut(good(c), 2)),
                attack("ATK-004 four parts", "token_malformed", c -> good(c) + ".AAAA"),
                attack("ATK-004 JWE", "token_malformed", c -> good(c) + ".AAAA.AAAA"),
                attack("ATK-004 JSON serialisation", "token_malformed", c -> "{\"payload\":\"" + good(c) + "\"}"),
                attack("ATK-004 padding", "token_malformed", c -> good(c) + "="),
                attack("ATK-004 blanks", "token_malformed", c -> " " + good(c) + "\n"),
                attack(
                        "ATK-005 another key, same id",
                        "signature_invalid",
                        c -> TestPlatform.signText(GOOD_HEADER, JSON.writeValueAsString(c), OTHER)),
                attack("ATK-006 crit", "token_malformed", c -> withHeader(header("RS256", ",\"crit\":[\"x\"]"), c)),
                attack("ATK-006 b64", "token_malformed", c -> withHeader(header("RS256", ",\"b64\":false"), c)),
                attack("ATK-006 zip", "token_malformed", c -> withHeader(header("RS256", ",\"zip\":\"DEF\""), c)),
                attack(
                        "ATK-006 access token",
                        "token_malformed",
                        c -> withHeader(header("RS256", ",\"typ\":\"at+jwt\""), c)),
                attack(
                        "ATK-006 nested",
                        "token_malformed",
                        c -> TestPlatform.signText(header("RS256", ",\"cty\":\"JWT\""), good(c), KEY)),
                attack(
                        "ATK-007 key in the header",
                        "signature_invalid",
                        c -> TestPlatform.signText(
                                header(
                                        "RS256",
                                        ",\"jwk\":" + OTHER.toPublicJWK().toJSONString()),
                                JSON.writeValueAsString(c),
                                OTHER)),
                attack("ATK-008 path as kid", "kid_unknown", c -> withKid("../../dev/null", c)),
                attack("ATK-008 SQL as kid", "kid_unknown", c -> withKid("' or 1=1 --", c)),
                attack("ATK-008 NUL in kid", "token_malformed", c -> withKid("a\0b", c)),
                attack(
                        "ATK-008 object as kid",
                        "claim_invalid",
                        c -> TestPlatform.sign(Map.of("alg", "RS256", "kid", Map.of("$ne", 1)), c, KEY)),
                attack("ATK-008 huge kid", "token_malformed", c -> withKid("k".repeat(100_000), c)),
                attack(
                        "ATK-017 member twice",
                        "token_malformed",
                        c -> text(json(c).replace("\"sub\":", "\"sub\":\"admin\",\"sub\":"))),
                attack(
                        "ATK-017 member twice in header",
                        "token_malformed",
                        c -> withHeader(header("RS256", ",\"alg\":\"RS256\""), c)),
                attack(
                        "ATK-019 deep",
                        "token_malformed",
                        c -> text(json(c).replaceFirst("\\{", "{\"x\":" + "[".repeat(2000) + "]".repeat(2000) + ","))),
                attack("ATK-019 NUL", "token_malformed", c -> put(c, "name", "a\0b")),
                attack(
                        "ATK-019 lone surrogate",
                        "token_malformed",
                        c -> text(json(c).replaceFirst("\\{", "{\"name\":\"\\\\ud800\","))),
                attack(
                        "ATK-019 long number",
                        "token_malformed",
                        c -> text(json(c).replaceFirst("\\{", "{\"x\":" + "9".repeat(5000) + ","))),
                attack("trailing data", "token_malformed", c -> text(json(c) + "{}")),
                attack("array", "token_malformed", c -> text("[" + json(c) + "]")),
                attack("no JSON", "token_malformed", _ -> text("hello")));
    }

    private static final com.nimbusds.jose.jwk.RSAKey OTHER = TestPlatform.key(KEY.getKeyID(), 2048);

    private static Arguments attack(String name, String code, Function<Map<String, Object>, String> token) {
        return Arguments.of(name, code, token);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("attacks")
    void refusesTokens(String name, String code, Function<Map<String, Object>, String> token) {
        assertRefused(() -> launchToken(token), Set.of(400, 401), code);
    }

    private static String json(Map<String, Object> claims) {
        return JSON.writeValueAsString(claims);
    }

    private static String text(String payload) {
        return TestPlatform.signText(GOOD_HEADER, payload, KEY);
    }

    private static String good(Map<String, Object> claims) {
        return text(json(claims));
    }

    private static String withHeader(String header, Map<String, Object> claims) {
        return TestPlatform.signText(header, json(claims), KEY);
    }

    private static String withKid(String kid, Map<String, Object> claims) {
        return TestPlatform.sign(Map.of("alg", "RS256", "kid", kid), claims, KEY);
    }

    private static String put(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return good(claims);
    }

    private static String unsigned(String alg, Map<String, Object> claims) {
        return Base64URL.encode(header(alg, "")) + "." + Base64URL.encode(json(claims)) + ".AA";
    }

    private static String cut(String token, int parts) {
        return String.join(".", Arrays.copyOf(token.split("\\."), parts));
    }

    private static String hmac(Map<String, Object> claims) {
        try {
            String input = Base64URL.encode(header("HS256", "")) + "." + Base64URL.encode(json(claims));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.toPublicKey().getEncoded(), "HmacSHA256"));
            return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String changedPayload(Map<String, Object> claims) {
        String[] parts = good(claims).split("\\.");
        claims.put("sub", "somebody-else");
        return parts[0] + "." + Base64URL.encode(json(claims)) + "." + parts[2];
    }

    private static String changedSignature(Map<String, Object> claims) {
        String token = good(claims);
        int at = token.lastIndexOf('.') + 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                claims("ATK-015 expired", 401, "token_expired", c -> c.put("exp", in(-62))),
                claims("ATK-015 no end", 400, "claims_missing", c -> c.remove("exp")),
                claims("ATK-015 end as text", 400, "claim_invalid", c -> c.put("exp", "" + in(60))),
                claims("ATK-015 end with a fraction", 400, "claim_invalid", c -> c.put("exp", in(60) + 0.5)),
                claims("ATK-015 negative end", 400, "claim_invalid", c -> c.put("exp", -1)),
                claims("ATK-015 year 9999", 401, "token_not_current", c -> c.put("exp", 253402300799L)),
                claims("ATK-015 10^18", 401, "token_not_current", c -> c.put("exp", 1_000_000_000_000_000_000L)),
                claims(
                        "ATK-015 beyond a long",
                        400,
                        "claim_invalid",
                        c -> c.put("exp", new java.math.BigInteger("9".repeat(30)))),
                claims("ATK-016 future", 401, "token_not_current", c -> c.put("iat", in(600))),
                claims("ATK-016 a day old", 401, "token_not_current", c -> c.put("iat", in(-86400))),
                claims("ATK-016 no start", 400, "claims_missing", c -> c.remove("iat")),
                claims("ATK-016 not before", 401, "token_not_current", c -> c.put("nbf", in(300))),
                claims("ATK-012 another issuer", 401, "issuer_mismatch", c -> c.put("iss", "https://other.example")),
                claims("no issuer", 401, "issuer_mismatch", c -> c.remove("iss")),
                claims("ATK-013 another audience", 401, "audience_mismatch", c -> c.put("aud", "other")),
                claims("ATK-013 audience in another case", 401, "audience_mismatch", c -> c.put("aud", "CLIENT-1")),
                claims("ATK-013 second audience", 401, "audience_mismatch", c -> {
                    c.put("aud", List.of(CLIENT, "other"));
                    c.put("azp", CLIENT);
                }),
                claims("ATK-013 empty audience", 401, "audience_mismatch", c -> c.put("aud", List.of())),
                claims("ATK-013 nested audience", 400, "claim_invalid", c -> c.put("aud", List.of(List.of(CLIENT)))),
                claims("ATK-013 number as audience", 400, "claim_invalid", c -> c.put("aud", 7)),
                claims("no audience", 401, "audience_mismatch", c -> c.remove("aud")),
                claims("ATK-014 another party", 401, "authorized_party_mismatch", c -> c.put("azp", "other")));
    }

    private static Arguments claims(String name, int status, String code, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, status, code, change);
    }

    private static long in(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("times")
    void refusesTokensForOthersAndOtherTimes(
            String name, int status, String code, Consumer<Map<String, Object>> change) {
        assertRefused(() -> launchWith(change), status, code);
    }

    static Stream<Consumer<Map<String, Object>>> goodSecurityClaims() {
        return Stream.of(
                c -> c.put("aud", List.of(CLIENT)),
                c -> c.put("azp", CLIENT),
                c -> c.put("exp", in(-55)),
                c -> c.put("exp", 2147483648L + 3600),
                c -> c.put("iat", in(55)),
                c -> c.put("nbf", in(-10)));
    }

    @ParameterizedTest
    @MethodSource("goodSecurityClaims")
    void takesWhatIsAllowed(Consumer<Map<String, Object>> change) {
        assertAdmitted(launchWith(change));
    }

    @Test
    void answersAHugeTokenQuickly() {
        Instant start = Instant.now();

        Answer answer = launchToken(claims -> put(claims, "name", "x".repeat(1_000_000)));

        assertThat(answer.errorCode()).isEqualTo("token_malformed");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void neverAsksAnAddressFromTheHeader() {
        assertAdmitted(launchWith(_ -> {}));
        try (TestPlatform attacker = new TestPlatform()) {
            String address = attacker.issuer() + "/jwks";
            String header = header("RS256", ",\"jku\":\"" + address + "\",\"x5u\":\"" + address + "\"");

            assertRefused(
                    () -> launchToken(claims -> TestPlatform.signText(header, json(claims), OTHER)),
                    401,
                    "signature_invalid");

            assertThat(attacker.keySetReads).hasValue(0);
        }
    }

    @Test
    void neverFailsOnAClaimOfAWrongType() {
        List<Object> junk = new ArrayList<>(
                List.of(Map.of(), List.of(), 0, true, "", "x".repeat(3000), List.of(List.of()), Map.of("id", 7), 1.5));
        junk.add(null);
        Answer sample = login();
        List<String> names = new ArrayList<>(claims(sample).keySet());
        names.addAll(List.of("azp", "nbf", "name", "given_name", "email", "locale"));
        for (String claim :
                List.of("context", "custom", "launch_presentation", "ext", "tool_platform", "role_scope_mentor")) {
            names.add(CLAIM + claim);
        }
        for (String name : names) {
            for (Object value : junk) {
                Answer answer = launchWith(claims -> claims.put(name, value));
                assertThat(answer.status())
                        .as(name + "=" + value + ": " + answer.body())
                        .isLessThan(500);
                assertThat(answer.status() < 400 || !answer.errorCode().isEmpty())
                        .isTrue();
            }
        }
    }
}
