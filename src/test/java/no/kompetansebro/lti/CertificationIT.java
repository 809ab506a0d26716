package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The certification guide's known bad payloads and valid launches, each through login and launch over HTTP. */
class CertificationIT extends LaunchScenario {

    private static final String TEACHER = TestPlatform.MEMBERSHIP + "Instructor";
    private static final String STUDENT = TestPlatform.MEMBERSHIP + "Learner";
    private static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

    @Test
    void refusesATokenWithoutAKeyId() {
        assertRefused(
                () -> launchToken(claims ->
                        TestPlatform.sign(Map.of("alg", "RS256", "badtestonly", "x"), claims, TestPlatform.KEY)),
                401,
                "kid_missing");
    }

    @Test
    void refusesATokenWithAnUnknownKeyId() {
        assertRefused(
                () -> launchToken(claims ->
                        TestPlatform.sign(Map.of("alg", "RS256", "kid", "imstester_66067"), claims, TestPlatform.KEY)),
                401,
                "kid_unknown");
    }

    @Test
    void refusesAPayloadThatIsNoLaunch() {
        assertRefused(() -> launchToken(_ -> platform.sign(Map.of("name", "badltilaunch"))), 400, "claims_missing");
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                bad("wrong version", 400, "lti_version", c -> c.put(CLAIM + "version", "11.3")),
                bad("no version", 400, "lti_version", c -> c.remove(CLAIM + "version")),
                bad("missing claims", 400, "claims_missing", c -> {
                    c.remove(CLAIM + "message_type");
                    c.remove(CLAIM + "version");
                    c.remove(CLAIM + "roles");
                }),
                bad("timestamps", 401, "token_expired", c -> {
                    c.put("iat", 11111);
                    c.put("exp", 22222);
                }),
                bad("no message type", 400, "message_type", c -> c.remove(CLAIM + "message_type")),
                bad("no roles", 400, "roles_missing", c -> c.remove(CLAIM + "roles")),
                bad("no deployment", 400, "deployment_missing", c -> c.remove(CLAIM + "deployment_id")),
                bad("no resource link", 400, "resource_link_missing", c -> c.remove(CLAIM + "resource_link")),
                bad("blank user", 400, "sub_blank", c -> {
                    c.put("sub", "");
                    c.put("name", "Ole Berg");
                    c.put("email", "ole@fjord.example");
                }));
    }

    private static Arguments bad(String name, int status, String code, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, status, code, change);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("badClaims")
    void refusesBadClaims(String name, int status, String code, Consumer<Map<String, Object>> change) {
        Answer answer = assertRefused(() -> launchWith(change), status, code);

        assertThat(answer.body()).doesNotContain("Ole Berg");
    }

    static Stream<Arguments> goodLaunches() {
        List<Arguments> launches = new ArrayList<>();
        for (String role : List.of(TEACHER, STUDENT)) {
            boolean teacher = role.equals(TEACHER);
            String who = teacher ? "teacher" : "student";
            List<String> several = teacher
                    ? List.of(role, INSTITUTION + "Staff", INSTITUTION + "Other")
                    : List.of(role, INSTITUTION + "Student", INSTITUTION + "Mentor");
            launches.add(good(who + ", standard role", c -> c.put(CLAIM + "roles", List.of(role))));
            launches.add(good(who + ", several roles", c -> c.put(CLAIM + "roles", several)));
            launches.add(good(
                    who + ", short role", c -> c.put(CLAIM + "roles", List.of(teacher ? "Instructor" : "Learner"))));
            launches.add(good(
                    who + ", unknown role", c -> c.put(CLAIM + "roles", List.of("http://example.org/roles#" + who))));
            launches.add(good(who + ", no role", c -> c.put(CLAIM + "roles", List.of(""))));
            launches.add(good(who + ", e-mail only", with(role, c -> c.put("email", who + "@fjord.example"))));
            launches.add(good(who + ", names only", with(role, c -> {
                c.put("given_name", "Kari");
                c.put("family_name", "Moen");
                c.put("name", "Kari Moen");
            })));
            launches.add(good(who + ", no personal data", with(role, _ -> {})));
            launches.add(good(who + ", e-mail and no context", with(role, c -> {
                c.put("email", who + "@fjord.example");
                c.remove(CLAIM + "context");
            })));
        }
        return launches.stream();
    }

    private static Arguments good(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, change);
    }

    private static Consumer<Map<String, Object>> with(String role, Consumer<Map<String, Object>> change) {
        return change.andThen(c -> c.put(CLAIM + "roles", List.of(role)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodLaunches")
    void letsInAGoodLaunch(String name, Consumer<Map<String, Object>> change) {
        Consumer<Map<String, Object>> inACourse =
                c -> c.put(CLAIM + "context", Map.of("id", "2", "label", "LS-ETIKK", "type", List.of("CourseSection")));

        assertAdmitted(launchWith(inACourse.andThen(change)));
    }
}
