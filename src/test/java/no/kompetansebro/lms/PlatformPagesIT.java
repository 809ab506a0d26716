package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.lti.FrameScenario;
import no.kompetansebro.lti.TestPlatform;
import no.kompetansebro.shared.EmployerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator connects a learning platform, in a real browser (SVC-86, issue 4 item 1). */
class PlatformPagesIT extends FrameScenario {

    private TestPlatform moodle;
    private String configuration;
    private String token;

    @BeforeEach
    void aTrustedAdministratorAndAnLms() {
        jdbc.sql("update platform set trust_administrators = true where employer_id = :employer")
                .param("employer", employer.value())
                .update();
        idNumber = "";
        roles = List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator");
        moodle = new TestPlatform();
        configuration = """
                {"issuer":"BASE","authorization_endpoint":"BASE/auth","token_endpoint":"BASE/token",
                 "jwks_uri":"BASE/jwks"}""".replace("BASE", moodle.issuer());
        token = "{\"access_token\":\"t\",\"expires_in\":3600}";
        moodle.page("/configuration", _ -> configuration);
        moodle.page("/token", _ -> token);
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(lms + "/start");
        page.waitForURL("**/administrasjon/koblinger");
        page.navigate(base() + "/administrasjon/plattformer");
        return page;
    }

    private static void picture(Page page, String name) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
        Pictures.take(page, name + "-" + page.viewportSize().width);
    }

    private static void fill(Page page, String address) {
        page.locator("a[href$='/plattformer/ny']").click();
        page.check("#privat");
        page.fill("#adresse", address);
        page.locator("button[formaction]").click();
    }

    @Test
    void connectsOneByHandAndTriesIt() throws Exception {
        Browsers.use(1280, 900, (BrowserContext context) -> {
            Page page = signedIn(context);
            Accessibility.assertClean(page);
            picture(page, "plattformer");

            fill(page, moodle.issuer() + "/configuration");
            assertThat(page.inputValue("#utsteder")).isEqualTo(moodle.issuer());
            assertThat(page.inputValue("#nokler")).isEqualTo(moodle.issuer() + "/jwks");
            assertThat(page.isChecked("#privat")).isTrue();
            Accessibility.assertClean(page);
            picture(page, "plattform-ny");

            page.fill("#klient", "AbC123");
            page.fill("#deployments", "1\n2");
            page.locator("form:has(#klient) > div:last-child button").click();
            assertThat(page.locator("[role=status]").first().textContent()).contains("lagret");
            page.locator("form[action$='/prov'] button").click();
            assertThat(page.locator(".kb-findings [data-good=true]").count()).isEqualTo(5);
            assertThat(page.locator(".kb-findings [data-good=untried]").textContent())
                    .contains("ikke prøvd")
                    .doesNotContain("i orden");
            assertThat(page.locator(".kb-findings").textContent()).contains("Kjent: 2");
            token = "<html>Exception - fix_jwks_alg()</html>";
            page.locator("form[action$='/prov'] button").click();
            assertThat(page.locator(".kb-findings [data-good=false]").count()).isEqualTo(2);
            assertThat(page.locator(".kb-findings").textContent()).contains("cURL blocked hosts");
            Accessibility.assertClean(page);
            picture(page, "plattform");
            assertThat(inEmployer(() -> jdbc.sql("select act from platform_change")
                            .query(String.class)
                            .list()))
                    .containsExactly("REGISTERED");

            page.locator("form[action$='/bryter'] button").click();
            assertThat(page.locator(".ds-alert[data-color=warning]").count()).isOne();
            page.locator("form[action$='/bryter'] button").click();
            assertThat(page.locator(".ds-alert[data-color=warning]").count()).isZero();
        });
    }

    @Test
    void saysWhatIsWrongWithAForm() throws Exception {
        Browsers.use(360, 800, (BrowserContext context) -> {
            Page page = signedIn(context);
            picture(page, "plattformer");
            fill(page, moodle.issuer() + "/nothing");
            assertThat(page.locator("[role=status]").first().textContent()).contains("ikke oppsettet");
            page.uncheck("#privat");
            page.fill("#utsteder", "https://lms.example");
            page.fill("#klient", "with space");
            page.fill("#innlogging", "lms.example/auth");
            page.fill("#token", moodle.issuer() + "/token");
            page.fill("#nokler", "https://127.0.0.1/keys");
            page.locator("form:has(#klient) > div:last-child button").click();

            for (String wrong : List.of("klient", "innlogging", "token", "nokler")) {
                assertThat(page.getAttribute("#" + wrong, "aria-invalid")).isEqualTo("true");
                assertThat(page.locator("#" + wrong + "-feil").count()).isOne();
            }
            assertThat(page.locator("#utsteder-feil").count()).isZero();
            assertThat(page.inputValue("#klient")).isEqualTo("with space");
            assertThat(page.locator("#nokler-feil").textContent()).contains("privat nett");
            Accessibility.assertClean(page);
            picture(page, "plattform-feil");
        });
    }

    @Test
    void invitesAnLmsToRegisterItself() throws Exception {
        Browsers.use(360, 800, (BrowserContext context) -> {
            Page page = signedIn(context);
            page.check("#privat");
            page.locator("form[action$='/invitasjon'] button").click();
            String address = page.textContent("#invitasjon");
            assertThat(address).startsWith("http://localhost:8080/lti/register?invitation=");
            Accessibility.assertClean(page);
            picture(page, "invitasjon");

            page.navigate(base() + "/administrasjon/plattformer");
            assertThat(page.locator("#invitasjon").count()).isZero();
            moodle.page("/register", _ -> "{\"client_id\":\"moodles\"}");
            configuration = configuration.replace(
                    "{\"issuer\"",
                    "{\"https://purl.imsglobal.org/spec/lti-platform-configuration\":{\"product_family_code\":\"moodle\"},\"registration_endpoint\":\""
                            + moodle.issuer() + "/register\",\"issuer\"");
            page.navigate(address.replace("http://localhost:8080", base()) + "&openid_configuration=" + moodle.issuer()
                    + "/configuration");
            assertThat(page.locator("[data-registered]").count()).isOne();
            picture(page, "registrert");
            page.navigate(base() + "/administrasjon/plattformer");
            assertThat(page.locator("main").textContent()).contains("moodles");
        });
    }

    @Test
    void keepsThePlatformsOfOtherEmployersOutOfReach() throws Exception {
        EmployerId other = employers.findOrAdd("other-" + UUID.randomUUID());
        var theirs = registrations.put(moodle.registration("theirs", "1"));
        jdbc.sql("insert into platform (registration_id, employer_id) values (:id, :employer)")
                .param("id", theirs.value())
                .param("employer", other.value())
                .update();
        Browsers.use(1280, 900, (BrowserContext context) -> {
            Page page = signedIn(context);
            assertThat(page.locator("main").textContent()).doesNotContain("theirs");
            assertThat(page.navigate(base() + "/administrasjon/plattformer/" + theirs)
                            .status())
                    .isEqualTo(404);
            page.navigate(base() + "/administrasjon/plattformer");
            fill(page, moodle.issuer() + "/configuration");
            page.fill("#klient", "theirs");
            page.fill("#deployments", "666");
            page.locator("form:has(#klient) > div:last-child button").click();

            assertThat(page.locator("[role=status]").first().textContent()).contains("annen virksomhet");
            assertThat(registrations.known(theirs).orElseThrow().deployments()).containsExactly("1");
        });
    }

    @Test
    void isOnlyForAdministrators() {
        assertAdmitted(launchWith(_ -> {}));

        for (String path : List.of("", "/ny", "/" + registration)) {
            assertThat(browser.get("/administrasjon/plattformer" + path).status())
                    .isEqualTo(403);
        }
    }
}
