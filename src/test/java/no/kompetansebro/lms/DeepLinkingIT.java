package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.lti.Browser;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.lti.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deep linking from the request to the signed answer (lti-requirements SVC-60 to SVC-69, ATK-046, 061, 066). */
class DeepLinkingIT extends LaunchScenario {

    private static final String SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private static final String ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
    private static final String DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern JWT = Pattern.compile("name=\"JWT\" value=\"([^\"]+)\"");
    private static final Pattern ACTION =
            Pattern.compile("data-submit action=\"([^\"]+)\"|action=\"([^\"]+)\" data-submit");

    @BeforeEach
    void aCatalogue() {
        inEmployer(() -> {
            jdbc.sql("""
                    insert into item (employer_id, code, name, kind, position) values
                        (current_employer(), 'etikk-1', '{"nb": "Etikk: modul <1>"}', 'MODULE', 1),
                        (current_employer(), 'program', '{"nb": "Lederprogrammet"}', 'PROGRAMME', 2)
                    """).update();
            jdbc.sql("""
                    insert into competence (employer_id, code, name, kind, emphasis, validity, position) values
                        (current_employer(), 'etikk', '{"nb": "Etikk"}', 'KNOWLEDGE', '{}', '"forever"', 1)
                    """).update();
            return jdbc.sql("""
                    insert into requirement (employer_id, code, name, category, competence, target_group, position) values
                        (current_employer(), 'l-1', '{"nb": "Etikk for ledere"}', 'MANDATORY', 'etikk',
                         '{"leaderLevel": ["2"]}', 1),
                        (current_employer(), 'l-2', '{"nb": "Etikk for alle"}', 'MANDATORY', 'etikk', null, 2)
                    """).update();
        });
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("accept_types", List.of("ltiResourceLink"));
        settings.put("accept_presentation_document_targets", List.of("iframe"));
        settings.put("accept_multiple", true);
        settings.put(
                "deep_link_return_url",
                platform.issuer() + "/mod/lti/contentitem_return.php?course=5&id=2&sesskey=ABC");
        return settings;
    }

    private Consumer<Map<String, Object>> request(Consumer<Map<String, Object>> change) {
        return claims -> {
            Map<String, Object> settings = settings();
            change.accept(settings);
            claims.put(CLAIM + "message_type", "LtiDeepLinkingRequest");
            claims.remove(CLAIM + "resource_link");
            claims.put(CLAIM + "roles", List.of(TestPlatform.MEMBERSHIP + "Instructor"));
            claims.put(SETTINGS, settings);
        };
    }

    /** The path of the choice that the request leads to. */
    private String choice(Consumer<Map<String, Object>> change) {
        Answer answer = launchWith(request(change));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).startsWith("/velg-innhold/");
        return answer.location();
    }

    private String csrf(String path) {
        Matcher matcher = CSRF.matcher(browser.get(path).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Answer post(String path, String... fields) {
        return postAs(browser, csrf(path), path, fields);
    }

    private static Answer postAs(Browser browser, String csrf, String path, String... fields) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("_csrf", csrf));
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            form.add(Map.entry(parts[0], parts[1]));
        }
        return browser.post(path, form);
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(body).isTrue();
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private Map<String, Object> answered(Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        SignedJWT jwt = SignedJWT.parse(found(JWT, answer.body()));
        JWKSet keys = JWKSet.parse(browser.get("/lti/jwks").body());
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(jwt.getHeader().toJSONObject())
                .containsOnlyKeys("alg", "kid", "typ")
                .containsEntry("alg", "RS256");
        return jwt.getJWTClaimsSet().toJSONObject();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> claims) {
        return (List<Map<String, Object>>) claims.get(ITEMS);
    }

    @Test
    void svc61AnswersWithWhatWasChosen() throws Exception {
        String path = choice(settings -> settings.put("data", "«\"æ</script>{}'\\\n" + "x".repeat(8000)));

        Answer answer =
                post(path, "handling=legg-inn", "valgt=item:etikk-1", "valgt=path:2", "valgt=page:me", "meld=true");

        Map<String, Object> claims = answered(answer);
        assertThat(claims)
                .containsEntry("iss", CLIENT)
                .containsEntry("aud", platform.issuer())
                .containsEntry(CLAIM + "message_type", "LtiDeepLinkingResponse")
                .containsEntry(CLAIM + "version", "1.3.0")
                .containsEntry(CLAIM + "deployment_id", "1")
                .containsEntry(DATA, "«\"æ</script>{}'\\\n" + "x".repeat(8000))
                .containsKey("nonce");
        long now = Instant.now().getEpochSecond();
        assertThat((Long) claims.get("exp")).isBetween(now, now + 600);
        assertThat((Long) claims.get("iat")).isBetween(now - 60, now);
        assertThat(items(claims))
                .extracting(item -> item.get("type"), item -> item.get("title"), item -> item.get("custom"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ltiResourceLink", "Min kompetanse", Map.of("page", "me")),
                        org.assertj.core.groups.Tuple.tuple(
                                "ltiResourceLink",
                                "Lederskolen, ledernivå 2",
                                Map.of("content", "path:2", "report", "yes")),
                        org.assertj.core.groups.Tuple.tuple(
                                "ltiResourceLink",
                                "Etikk: modul <1>",
                                Map.of("content", "item:etikk-1", "report", "yes")));
        assertThat(items(claims))
                .allSatisfy(item -> assertThat((String) item.get("url")).endsWith("/lti/launch"));
        assertThat(items(claims).getFirst()).doesNotContainKey("lineItem");
        assertThat(items(claims).get(2).get("lineItem"))
                .isEqualTo(Map.of(
                        "label",
                        "Etikk: modul <1>",
                        "scoreMaximum",
                        100L,
                        "resourceId",
                        "item:etikk-1",
                        "tag",
                        "kompetansebro"));
    }

    @Test
    void svc61SendsNoDataWhereThereWasNone() throws Exception {
        String path = choice(_ -> {});

        assertThat(answered(post(path, "handling=legg-inn", "valgt=page:me"))).doesNotContainKey(DATA);
    }

    @Test
    void svc61TakesOneItemWhereThePlatformTakesOne() throws Exception {
        String path = choice(settings -> settings.put("accept_multiple", false));

        Answer several = post(path, "handling=legg-inn", "valgt=page:me", "valgt=path:2");
        assertThat(several.body()).contains("bare én lenke").doesNotContain("name=\"JWT\"");

        assertThat(items(answered(post(path, "handling=legg-inn", "valgt=path:2"))))
                .hasSize(1);
    }

    @Test
    void svc61SendsNothingWhereThePlatformTakesNoLinks() throws Exception {
        String path = choice(settings -> settings.put("accept_types", List.of("file", "html")));

        assertThat(post(path, "handling=legg-inn", "valgt=page:me").body()).doesNotContain("name=\"JWT\"");
        assertThat(items(answered(post(path, "handling=avbryt")))).isEmpty();
    }

    @Test
    void svc62PostsTheAnswerOnByAScriptOrAButton() {
        String path = choice(_ -> {});

        Answer answer = post(path, "handling=legg-inn", "valgt=page:me");

        assertThat(answer.body()).contains("<button").contains("/app/submit").doesNotContain("_csrf");
        assertThat(found(ACTION, answer.body()).replace("&amp;", "&"))
                .isEqualTo(settings().get("deep_link_return_url"));
        assertThat(answer.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("script-src 'self'")
                .contains("form-action 'self' " + platform.issuer() + ";")
                .contains("frame-ancestors 'self' " + platform.issuer());
    }

    @Test
    void svc63ReturnsWhoCancels() throws Exception {
        String path = choice(_ -> {});

        assertThat(items(answered(post(path, "handling=avbryt")))).isEmpty();
    }

    @Test
    void svc63SaysItselfThatNothingIsChosen() {
        String path = choice(_ -> {});

        assertThat(post(path, "handling=legg-inn").body())
                .contains("Du har ikke valgt noe")
                .doesNotContain("name=\"JWT\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept_types", "accept_presentation_document_targets", "deep_link_return_url"})
    void svc60RefusesARequestWithoutItsSettings(String name) {
        assertRefused(
                () -> launchWith(request(settings -> settings.remove(name))), 400, "deep_linking_settings_missing");
    }

    @Test
    void svc60RefusesARequestWithoutAnySettings() {
        assertRefused(
                () -> launchWith(request(_ -> {}).andThen(claims -> claims.remove(SETTINGS))),
                400,
                "deep_linking_settings_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/return",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example/",
                "/relative",
                "http://localhost:1/\r\nX: y"
            })
    void atk061ReturnsToNobodyElse(String address) {
        assertRefused(
                () -> launchWith(request(settings -> settings.put("deep_link_return_url", address))),
                400,
                "deep_linking_return_not_the_platforms");
    }

    @Test
    void svc64KeepsTheReturnAddressSealed() {
        choice(_ -> {});

        assertThat(jdbc.sql("select encode(settings, 'escape') from lti_deep_linking")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(settings -> settings.contains("sesskey"));
    }

    @Test
    void svc65LetsNoLearnerChoose() {
        assertRefused(
                () -> launchWith(request(_ -> {})
                        .andThen(claims -> claims.put(CLAIM + "roles", List.of(TestPlatform.MEMBERSHIP + "Learner")))),
                403,
                "choice_not_allowed");
    }

    @Test
    void svc65LetsATeacherWithoutAnEmployeeChooseAndSeeNothingElse() throws Exception {
        Answer launch = launchWith(request(_ -> {}).andThen(claims -> {
            claims.put("sub", "teacher");
            claims.put(CLAIM + "lis", Map.of());
        }));

        assertThat(browser.get("/min-kompetanse").status()).isEqualTo(403);
        assertThat(browser.get("/min-enhet").status()).isIn(403, 404);
        assertThat(browser.get("/administrasjon/koblinger").status()).isEqualTo(403);
        assertThat(items(answered(post(launch.location(), "handling=legg-inn", "valgt=page:me"))))
                .hasSize(1);
    }

    @Test
    void svc65AnswersOnce() {
        String path = choice(_ -> {});
        String csrf = csrf(path);
        postAs(browser, csrf, path, "handling=legg-inn", "valgt=page:me");

        Answer again = postAs(browser, csrf, path, "handling=legg-inn", "valgt=page:me");

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.errorCode()).isEqualTo("choice_over");
    }

    @Test
    void svc65AnswersNobodyElse() {
        String path = choice(_ -> {});
        employ("002000", "Ola", "Nes");
        browser = new Browser(port);
        String other = launchOf("ola", "002000").location();

        Answer answer = postAs(browser, csrf(other), path, "handling=legg-inn", "valgt=page:me");

        assertThat(answer.errorCode()).isEqualTo("choice_over");
        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    private Answer launchOf(String subject, String number) {
        return launchWith(request(_ -> {}).andThen(claims -> {
            claims.put("sub", subject);
            claims.put(CLAIM + "lis", Map.of("person_sourcedid", number));
        }));
    }

    @Test
    void atk046KeepsTwoChoicesOfOnePersonApart() throws Exception {
        String first = choice(settings -> settings.put("data", "first"));
        String second = choice(settings -> settings.put("data", "second"));

        assertThat(answered(post(first, "handling=legg-inn", "valgt=page:me"))).containsEntry(DATA, "first");
        assertThat(answered(post(second, "handling=legg-inn", "valgt=page:me"))).containsEntry(DATA, "second");
    }

    @Test
    void svc65TakesNoAnswerWithoutItsToken() {
        String path = choice(_ -> {});

        assertThat(browser.post(path, Map.of("handling", "legg-inn", "valgt", "page:me"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void svc69SendsNoLineItemWhereThePlatformTakesNone() throws Exception {
        String path = choice(settings -> settings.put("accept_lineitem", false));

        assertThat(items(answered(post(path, "handling=legg-inn", "valgt=path:2", "meld=true")))
                        .getFirst())
                .doesNotContainKey("lineItem");
    }

    @Test
    void makesOneLinkOfAChosenSetOfRequirements() throws Exception {
        String path = choice(_ -> {});

        Map<String, Object> item = items(answered(
                        post(path, "handling=legg-inn", "krav=l-2", "krav=l-1", "navn=Etikk i alt", "meld=true")))
                .getFirst();

        assertThat(item)
                .containsEntry("title", "Etikk i alt")
                .containsEntry("custom", Map.of("content", "requirements:l-1,l-2", "report", "yes"));
    }

    @Test
    void keepsWhatIsPickedWhileSearching() {
        String path = choice(_ -> {});

        String page = post(path, "handling=sok", "sok=lederprogram", "valgt=item:etikk-1")
                .body();

        assertThat(page)
                .contains("Lederprogrammet")
                .contains("Etikk: modul &lt;1&gt;")
                .doesNotContain("Min enhet</label>");
        assertThat(page).containsPattern("value=\"item:etikk-1\"[^>]* checked=\"checked\"");
    }

    @Test
    void svc67OpensWhatALinkNamesAtItsOwnEmployerOnly() {
        String module = launchWith(claims -> claims.put(CLAIM + "custom", Map.of("content", "item:etikk-1")))
                .location();
        assertThat(browser.get(module).body()).contains("Etikk: modul &lt;1&gt;", "ikke noe resultat");

        String path = launchWith(claims -> claims.put(CLAIM + "custom", Map.of("content", "path:2")))
                .location();
        assertThat(browser.get(path).body()).contains("Lederskolen, ledernivå 2", "Ingen av kravene gjelder deg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item:hos-en-annen",
                "path:9",
                "requirements:nei",
                "requirements:,",
                "item:",
                "tull",
                "'; drop--:x"
            })
    void svc67SaysThatWhatALinkNamesIsGone(String content) {
        String path = launchWith(claims -> claims.put(CLAIM + "custom", Map.of("content", content)))
                .location();

        Answer answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("content_gone");
    }
}
