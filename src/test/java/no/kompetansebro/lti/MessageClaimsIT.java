package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The message claims (lti-requirements A.3 and the additions of A.5). */
class MessageClaimsIT extends LaunchScenario {

    private static final String LONGEST = "/:#% +\"'0".repeat(29).substring(0, 255);

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("CORE-40 blank message type", 400, "message_type", put("message_type", "")),
                bad("CORE-40 unknown message type", 400, "message_type", put("message_type", "LtiXxx")),
                bad("CORE-40 number as message type", 400, "claim_invalid", put("message_type", 7)),
                bad(
                        "CORE-40 list as message type",
                        400,
                        "claim_invalid",
                        put("message_type", List.of("LtiResourceLinkRequest"))),
                bad(
                        "CORE-40 deep linking without settings",
                        400,
                        "deep_linking_settings_missing",
                        put("message_type", "LtiDeepLinkingRequest")),
                bad(
                        "CORE-63 submission review",
                        400,
                        "message_type_unsupported",
                        put("message_type", "LtiSubmissionReviewRequest")),
                bad(
                        "CORE-63 data privacy",
                        400,
                        "message_type_unsupported",
                        put("message_type", "LtiDataPrivacyLaunchRequest")
                                .andThen(c -> c.remove(CLAIM + "resource_link"))),
                bad("CORE-41 version 1.3", 400, "lti_version", put("version", "1.3")),
                bad("CORE-41 number as version", 400, "claim_invalid", put("version", 1.3)),
                bad("CORE-41 version of LTI 1", 400, "lti_version", put("version", "LTI-1p0")),
                bad("CORE-42 blank deployment", 400, "deployment_missing", put("deployment_id", "")),
                bad("CORE-42 unknown deployment", 403, "deployment_unknown", put("deployment_id", "3")),
                bad("CORE-42 deployment too long", 403, "deployment_unknown", put("deployment_id", "1".repeat(256))),
                bad("CORE-42 number as deployment", 400, "claim_invalid", put("deployment_id", 1)),
                bad(
                        "CORE-45 link without id",
                        400,
                        "resource_link_missing",
                        put("resource_link", Map.of("title", "x"))),
                bad("CORE-45 link with blank id", 400, "resource_link_missing", put("resource_link", Map.of("id", ""))),
                bad(
                        "CORE-45 link id too long",
                        400,
                        "resource_link_missing",
                        put("resource_link", Map.of("id", "x".repeat(256)))),
                bad("CORE-45 text as link", 400, "claim_invalid", put("resource_link", "1")),
                bad("CORE-47 number as subject", 400, "claim_invalid", c -> c.put("sub", 17)),
                bad("CORE-47 subject too long", 400, "claim_invalid", c -> c.put("sub", "x".repeat(256))),
                bad("CORE-47 subject not ASCII", 400, "claim_invalid", c -> c.put("sub", "kåre")),
                bad("CORE-48 names without subject", 400, "sub_missing", c -> {
                    c.remove("sub");
                    c.put("given_name", "Kari");
                }),
                bad("CORE-48 e-mail without subject", 400, "sub_missing", c -> {
                    c.remove("sub");
                    c.put("email", "kari@fjord.example");
                }),
                bad("CORE-48 blank subject without names", 400, "sub_blank", c -> c.put("sub", " ")),
                bad("CORE-49 null as roles", 400, "roles_missing", put("roles", null)),
                bad("CORE-49 text as roles", 400, "claim_invalid", put("roles", "Instructor")),
                bad("CORE-49 number as role", 400, "claim_invalid", put("roles", List.of(7))),
                bad("CORE-52 context without id", 400, "claim_invalid", put("context", Map.of("title", "x"))),
                bad(
                        "CORE-52 context id too long",
                        400,
                        "claim_invalid",
                        put("context", Map.of("id", "x".repeat(256)))));
    }

    private static Arguments bad(String name, int status, String code, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, status, code, change);
    }

    private static Consumer<Map<String, Object>> put(String claim, Object value) {
        return claims -> claims.put(CLAIM + claim, value);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("bad")
    void refuses(String name, int status, String code, Consumer<Map<String, Object>> change) {
        assertRefused(() -> launchWith(change), status, code);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                good(
                        "CORE-34 200 claims of others",
                        c -> IntStream.range(0, 200)
                                .forEach(i -> c.put(
                                        "https://vendor.example/" + i,
                                        i % 3 == 0
                                                ? Map.of("a", List.of(Map.of("b", i)))
                                                : i % 3 == 1 ? List.of(i) : null))),
                good("CORE-43 second deployment", put("deployment_id", "2")),
                good("CORE-49 empty roles", put("roles", List.of())),
                good(
                        "CORE-50 old person role",
                        put("roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/person#Administrator"))),
                good(
                        "CORE-50 sub-role",
                        put(
                                "roles",
                                List.of(
                                        "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant"))),
                good("CORE-52 context null", put("context", null)),
                good("CORE-53 short context type", put("context", Map.of("id", "2", "type", List.of("CourseSection")))),
                good(
                        "CORE-53 context type as URI",
                        put(
                                "context",
                                Map.of(
                                        "id",
                                        "2",
                                        "type",
                                        List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection")))),
                good("CORE-54 platform with guid", put("tool_platform", Map.of("guid", "69f03d"))),
                good("CORE-56 script as return address", presentation("return_url", "javascript:alert(1)")),
                good("CORE-57 strange locale", presentation("locale", "xx-invalid-" + "y".repeat(10_000))),
                good("CORE-58 custom parameters of all kinds", put("custom", custom())),
                good("CORE-58 no custom parameters", put("custom", Map.of())),
                good("CORE-58 custom parameters null", put("custom", null)),
                good("CORE-71 longest ids", c -> {
                    c.put("sub", LONGEST);
                    c.put(CLAIM + "resource_link", Map.of("id", LONGEST));
                    c.put(CLAIM + "context", Map.of("id", LONGEST));
                }),
                good("CORE-71 leading zeros", c -> c.put("sub", "000123")),
                good("CORE-72 Sámi name", c -> c.put("name", "Ŋuoŋŋa Čáhci")),
                good("CORE-72 name from right to left", c -> c.put("name", "محمد بن علي 😀")),
                good("CORE-72 long name", c -> c.put("name", "Ærlend Øy Åse ".repeat(143))),
                good("CORE-72 name null", c -> c.put("name", null)),
                good("CORE-72 given name only", c -> c.put("given_name", "Kari")),
                good("CORE-73 odd e-mail", c -> c.put("email", "KARI+Jobb@BLÅBÆR.example")),
                good("CORE-74 Sámi", presentation("locale", "se-NO")),
                good("CORE-74 American", presentation("locale", "en_US")),
                good("CORE-78 window", presentation("document_target", "window")),
                good("CORE-78 frame", presentation("document_target", "frame")),
                good("CORE-79 services", c -> {
                    c.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", Map.of("scope", List.of("x")));
                    c.put("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice", Map.of());
                    c.put("https://purl.imsglobal.org/spec/lti-xxx/claim/unknown", "x");
                }),
                good("CORE-55 mentor scope", put("role_scope_mentor", List.of("x"))));
    }

    private static Arguments good(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, change);
    }

    private static Consumer<Map<String, Object>> presentation(String name, String value) {
        return put("launch_presentation", Map.of(name, value));
    }

    private static Map<String, Object> custom() {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("id", "$User.id");
        custom.put("page", "unknown");
        custom.put("number", 7);
        custom.put("list", Arrays.asList(1, null));
        custom.put("none", null);
        return custom;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void takes(String name, Consumer<Map<String, Object>> change) {
        assertAdmitted(launchWith(change));
    }

    @Test
    void showsNothingPersonalToAnAnonymousLaunch() {
        Rows before = rows();

        Answer answer = launchWith(claims -> {
            claims.remove("sub");
            claims.put(CLAIM + "roles", List.of());
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.errorCode()).isEqualTo("anonymous");
        assertThat(answer.body()).doesNotContain(KARI);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void takesNoDeploymentOfAnotherRegistration() {
        register(platform.registration("client-2", "only-there"));

        assertRefused(() -> launchWith(put("deployment_id", "only-there")), 403, "deployment_unknown");
    }

    @Test
    void takesNoDeploymentInAnotherCase() {
        register(platform.registration(CLIENT, "1", "Abc"));

        assertAdmitted(launchWith(put("deployment_id", "Abc")));
        assertRefused(() -> launchWith(put("deployment_id", "ABC")), 403, "deployment_unknown");
    }

    @Test
    void takesADeploymentOfTheLongestId() {
        register(platform.registration(CLIENT, "1", "d".repeat(255)));

        assertAdmitted(launchWith(put("deployment_id", "d".repeat(255))));
    }

    @Test
    void launchesNobodyBeforeADeploymentIsRegistered() {
        register(platform.registration("client-3"));
        Answer login = login(p -> p.put("client_id", "client-3"));
        Map<String, Object> claims = claims(login);
        claims.put("aud", "client-3");

        assertThat(launch(login, platform.sign(claims)).errorCode()).isEqualTo("deployment_unknown");
    }
}
