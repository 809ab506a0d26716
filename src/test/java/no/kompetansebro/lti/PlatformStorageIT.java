package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** A launch whose cookie was lost is proved by the platform's storage (lti-requirements B.5 and D.1). */
class PlatformStorageIT extends LaunchScenario {

    /** A login by way of the storage: what its page says. */
    private record Stored(String state, String nonce, String key, String value) {}

    private Answer loginWithStorage(String target) {
        return login(p -> p.put("lti_storage_target", target));
    }

    private Stored store() {
        Answer page = loginWithStorage("_parent");
        assertThat(page.status()).isEqualTo(200);
        String next = HtmlUtils.htmlUnescape(attribute(page, "href", "id=\"go\" "));
        Map<String, String> asked = new Answer.Address(next).parameters();
        return new Stored(
                asked.get("state"), asked.get("nonce"), attribute(page, "data-key"), attribute(page, "data-value"));
    }

    private static String attribute(Answer page, String name) {
        return attribute(page, name, "");
    }

    private static String attribute(Answer page, String name, String after) {
        Matcher matcher = Pattern.compile(after + name + "=\"([^\"]*)\"").matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    private static String launchId(Answer page) {
        return attribute(page, "value", "name=\"launch\" ");
    }

    /** The launch of another browser than the one that began, or one that lost its cookies. */
    private Answer launchWithoutCookie(Stored stored) {
        browser.cookies.clear();
        Map<String, Object> claims = platform.claims(CLIENT, stored.nonce(), TARGET);
        claims.put("sub", "kari");
        claims.put("name", "Kari Moen");
        claims.put(CLAIM + "lis", Map.of("person_sourcedid", KARI));
        return browser.post("/lti/launch", Map.of("state", stored.state(), "id_token", platform.sign(claims)));
    }

    private Answer confirm(String site, String launch, String value) {
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/lti/confirm"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(
                        Browser.form(List.of(Map.entry("launch", launch), Map.entry("value", value))))));
    }

    @Test
    void putsASecretIntoTheStorageOfTheRegisteredOriginBeforeTheLogin() {
        register(new Registration(
                platform.issuer(),
                CLIENT,
                platform.registration(CLIENT, "1").deployments(),
                URI.create("https://login.lms.example/auth"),
                URI.create(platform.issuer() + "/token"),
                URI.create(platform.issuer() + "/jwks"),
                true));

        Answer page = loginWithStorage("lti_frame");

        assertThat(attribute(page, "data-storage")).isEqualTo("put");
        assertThat(attribute(page, "data-target")).isEqualTo("lti_frame");
        assertThat(attribute(page, "data-origin")).isEqualTo("https://login.lms.example");
        assertThat(attribute(page, "data-key")).matches("lti_[0-9a-f]{12}");
        assertThat(attribute(page, "data-value")).matches("[A-Za-z0-9_-]{43}");
        assertThat(page.setCookies()).singleElement().asString().contains("Partitioned");
        assertThat(page.body()).doesNotContain("<script>", "onclick", "javascript:");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self';", "default-src 'none';")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "<script>", "x\"y"})
    void goesOnByCookieAloneWhereTheTargetIsNoFrame(String target) {
        assertThat(loginWithStorage(target).status()).isEqualTo(302);
    }

    @Test
    void needsNoStorageWhereTheCookieCameBack() {
        Stored stored = store();
        Map<String, Object> claims = claims(login());
        claims.put("nonce", stored.nonce());

        assertAdmitted(browser.post("/lti/launch", Map.of("state", stored.state(), "id_token", platform.sign(claims))));
    }

    @Test
    void signsNobodyInBeforeTheStorageHasAnswered() {
        Stored stored = store();
        Rows before = rows();

        Answer page = launchWithoutCookie(stored);

        assertThat(page.status()).isEqualTo(200);
        assertThat(attribute(page, "data-storage")).isEqualTo("get");
        assertThat(attribute(page, "data-key")).isEqualTo(stored.key());
        assertThat(attribute(page, "data-origin")).isEqualTo(platform.issuer());
        assertThat(page.body()).doesNotContain(stored.value(), "Kari Moen");
        assertThat(page.setCookies()).noneMatch(c -> c.startsWith("__Host-kompetansebro="));
        assertThat(browser.get("/min-kompetanse").status()).isEqualTo(401);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keepsTheClaimsClosedUntilThen() {
        launchWithoutCookie(store());

        String row = jdbc.sql("""
                select lti_unconfirmed_launch::text || encode(sealed_claims, 'escape') from lti_unconfirmed_launch
                 where registration_id = :id
                """)
                .param("id", registration.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Kari", KARI, "sub");
    }

    @Test
    void letsTheBrowserInThatTheStorageKnows() {
        Stored stored = store();
        Answer page = launchWithoutCookie(stored);

        assertAdmitted(confirm("same-origin", launchId(page), stored.value()));
    }

    @Test
    void letsItInOnce() {
        Stored stored = store();
        String launch = launchId(launchWithoutCookie(stored));
        assertAdmitted(confirm("same-origin", launch, stored.value()));

        assertRefused(() -> confirm("same-origin", launch, stored.value()), 401, "confirmation_unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void refusesAnotherAnswerAndForgetsTheLaunch(String value) {
        Stored stored = store();
        String launch = launchId(launchWithoutCookie(stored));

        Answer answer = assertRefused(() -> confirm("same-origin", launch, value), 401, "browser_mismatch");

        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains("target=\"_blank\"", "/lti/login?iss=");
        assertRefused(() -> confirm("same-origin", launch, stored.value()), 401, "confirmation_unknown");
    }

    @Test
    void refusesTheAnswerOfAnotherLogin() {
        Stored mine = store();
        Stored other = store();
        String launch = launchId(launchWithoutCookie(mine));

        assertRefused(() -> confirm("same-origin", launch, other.value()), 401, "browser_mismatch");
    }

    @Test
    void refusesAConfirmationFromAnyOtherPage() {
        Stored stored = store();
        String launch = launchId(launchWithoutCookie(stored));
        Map<String, String> cookies = Map.copyOf(browser.cookies);

        for (String site : List.of("cross-site", "same-site", "none", "")) {
            assertRefused(() -> confirm(site, launch, stored.value()), 403, "not_from_our_page");
        }
        assertRefused(
                () -> browser.post("/lti/confirm", Map.of("launch", launch, "value", stored.value())),
                403,
                "not_from_our_page");
        browser.cookies.putAll(cookies);
        assertAdmitted(confirm("same-origin", launch, stored.value()));
    }

    @Test
    void saysThatTheBrowserKeepsNoCookiesAtAll() {
        Stored stored = store();
        String launch = launchId(launchWithoutCookie(stored));
        browser.cookies.clear();

        Answer answer = assertRefused(() -> confirm("same-origin", launch, stored.value()), 401, "cookies_blocked");

        assertThat(answer.body()).contains("target=\"_blank\"");
    }

    @Test
    void refusesAConfirmationThatTookTooLong() {
        Stored stored = store();
        String launch = launchId(launchWithoutCookie(stored));
        jdbc.sql("""
                with taken as (delete from lti_unconfirmed_launch where registration_id = :id returning *)
                insert into lti_unconfirmed_launch
                select launch_hash, registration_id, binding_hash, storage_hash, target_link_uri, deployment_id,
                       fresh_start, sealed_claims, now() from taken
                """).param("id", registration.value()).update();

        assertRefused(() -> confirm("same-origin", launch, stored.value()), 401, "confirmation_unknown");
    }

    @Test
    void checksTheTokenBeforeItAsksTheStorage() {
        assertRefused(
                () -> {
                    Stored stored = store();
                    browser.cookies.clear();
                    Map<String, Object> claims = platform.claims(CLIENT, "another-nonce", TARGET);
                    return browser.post(
                            "/lti/launch", Map.of("state", stored.state(), "id_token", platform.sign(claims)));
                },
                401,
                "nonce_mismatch");
    }

    @Test
    void opensAMoodleActivityInAWindowOfItsOwn() {
        String moodle = platform.issuer() + "/moodle";
        register(new Registration(
                moodle,
                CLIENT,
                platform.registration(CLIENT, "1").deployments(),
                URI.create(moodle + "/mod/lti/auth.php"),
                URI.create(moodle + "/token"),
                URI.create(platform.issuer() + "/jwks"),
                true));
        Answer login = login(p -> {
            p.put("iss", moodle);
            p.put("lti_message_hint", "{\"cmid\":29,\"launchid\":\"ltilaunch1_135380129\"}");
        });
        browser.cookies.clear();

        Answer answer = launch(login, "x");

        assertThat(answer.errorCode()).isEqualTo("browser_mismatch");
        assertThat(answer.body()).contains("href=\"" + moodle + "/mod/lti/launch.php?id=29\"");
    }

    @Test
    void beginsAnewWithNothingButWhatThePlatformSent() {
        Answer login = login();
        browser.cookies.clear();
        Answer refused = launch(login, platform.sign(claims(login)));
        String again = HtmlUtils.htmlUnescape(attribute(refused, "href", "rel=\"noopener\" "));

        assertThat(again).doesNotContain(login.state(), login.nonce(), "id_token");
        Answer anew = browser.get(again);
        assertThat(anew.redirectParameters()).containsEntry("lti_message_hint", "{\"cmid\":29}");
        assertAdmitted(launch(anew, platform.sign(claims(anew))));
    }

    @Test
    void keepsNoAddressThatIsLong() {
        Answer login = login(p -> p.put("login_hint", "x".repeat(3000)));
        browser.cookies.clear();

        assertThat(launch(login, "x").body()).doesNotContain("target=\"_blank\"");
    }

    @Test
    void sealsWithTheIdAlone() {
        Secret id = Secret.random();
        byte[] closed = Seal.close(id, "{\"sub\":\"kari\"}");

        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("kari");
        assertThat(Seal.open(id, closed)).isEqualTo("{\"sub\":\"kari\"}");
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> Seal.open(Secret.random(), closed));
    }
}
