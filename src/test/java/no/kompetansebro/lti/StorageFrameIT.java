package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/**
 * The platform's storage in a real browser that blocks other sites' cookies and loses ours between login and launch
 * (lti-requirements B.5, ATK-042, ATK-049, ATK-054, ATK-069).
 */
class StorageFrameIT extends FrameScenario {

    /** The LMS's side of the messages, as lti-pm-s describes it. */
    private static final String STORAGE = """
            <script>
            const kept = new Map();
            addEventListener("message", (event) => {
              const asked = event.data;
              if (!asked || !/^lti\\.(put_data|get_data|capabilities)$/.test(asked.subject)) return;
              const name = event.origin + " " + asked.key;
              if (asked.subject === "lti.put_data") kept.set(name, asked.value);
              const answer = { subject: asked.subject + ".response", message_id: asked.message_id, key: asked.key };
              if (asked.subject === "lti.capabilities") answer.supported_messages = SUPPORTED;
              else answer.value = kept.get(name);
              CHANGE
              setTimeout(() => event.source.postMessage(answer, event.origin), DELAY);
            });
            </script>
            """;

    private String change = "";
    private String supported = "[]";
    private int delay = 0;

    @BeforeEach
    void anLmsWithAStorage() {
        loginFields.put("lti_storage_target", "_parent");
        platform.page("/storage-course", _ -> "<!doctype html><title>Kurs</title>" + storage() + frame("/start"));
    }

    private String storage() {
        return STORAGE.replace("CHANGE", change)
                .replace("SUPPORTED", supported)
                .replace("DELAY", String.valueOf(delay));
    }

    private static String frame(String path) {
        return "<iframe src='" + path + "' name='tool' width='800' height='600'></iframe>";
    }

    /** A browser that keeps the cookie of the login no longer than until the platform is asked. */
    private static void loseCookies(Page page) {
        Browsers.hurry(page.context());
        page.route("**/auth?*", route -> {
            page.context().clearCookies();
            route.resume();
        });
    }

    private void assertAdmitted(Page page, String course) {
        Map<String, Integer> steps = watch(page);
        page.waitForResponse(
                response ->
                        response.url().contains("localhost") && response.url().endsWith("/min-kompetanse"),
                () -> page.navigate(lms + course));
        assertThat(steps)
                .containsEntry("/lti/login", 200)
                .containsEntry("/lti/launch", 200)
                .containsEntry("/lti/confirm", 303)
                .containsEntry("/min-kompetanse", 200);
    }

    private String refusal(Page page, String course) {
        page.navigate(lms + course);
        FrameLocator tool = page.frameLocator("iframe[name=tool]");
        return tool.locator("[data-error-code]").getAttribute("data-error-code");
    }

    @Test
    void provesTheBrowserByTheStorageOfTheParent() throws Exception {
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            loseCookies(page);

            assertAdmitted(page, "/storage-course");
        });
    }

    @Test
    void asksNothingWhereTheCookieIsKept() throws Exception {
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            Map<String, Integer> steps = watch(page);

            openCourse(page, lms, "/storage-course");

            assertThat(steps).containsEntry("/lti/login", 200).containsEntry("/lti/launch", 303);
        });
    }

    @Test
    void provesTheBrowserByAFrameBesideOurs() throws Exception {
        loginFields.put("lti_storage_target", "forwarding");
        platform.page("/store", _ -> "<!doctype html><title>x</title>" + storage());
        platform.page(
                "/forwarding-course",
                _ -> "<!doctype html><title>Kurs</title><iframe src='/store' name='forwarding'></iframe>"
                        + frame("/start"));
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            loseCookies(page);

            assertAdmitted(page, "/forwarding-course");
        });
    }

    @Test
    void findsTheFrameByWhatThePlatformSupports() throws Exception {
        loginFields.put("lti_storage_target", "gone");
        supported = "[{subject: 'lti.put_data', frame: '_parent'}, {subject: 'lti.get_data'}]";
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            loseCookies(page);

            assertAdmitted(page, "/storage-course");
        });
    }

    @Test
    void isNotConfusedByAnswersOfOthers() throws Exception {
        delay = 150;
        try (TestPlatform stranger = new TestPlatform()) {
            stranger.page("/noise", _ -> """
                    <!doctype html><title>x</title><script>
                    setInterval(() => {
                      for (const subject of ["lti.get_data.response", "lti.put_data.response"])
                        parent.frames["tool"]?.postMessage({ subject, message_id: "1", key: "x", value: "wrong" }, "*");
                    }, 5);
                    </script>
                    """);
            platform.page(
                    "/noisy-course",
                    _ -> "<!doctype html><title>Kurs</title>" + storage() + "<iframe src='http://127.0.0.1:"
                            + stranger.port() + "/noise'></iframe>" + frame("/start"));
            Browsers.use(1000, 800, (BrowserContext context) -> {
                Page page = context.newPage();
                loseCookies(page);

                assertAdmitted(page, "/noisy-course");
            });
        }
    }

    @Test
    void launchesInTwoFramesAtOnce() throws Exception {
        platform.page(
                "/two",
                _ -> "<!doctype html><title>Kurs</title>" + storage() + frame("/start")
                        + "<iframe src='/start' name='other'></iframe>");
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();

            page.navigate(lms + "/two");
            page.frameLocator("iframe[name=tool]").locator("h1").waitFor();
            page.frameLocator("iframe[name=other]").locator("h1").waitFor();

            assertThat(page.frames().stream().map(frame -> frame.url()).filter(url -> url.endsWith("/min-kompetanse")))
                    .hasSize(2);
        });
    }

    @Test
    void offersAWindowOfItsOwnWhereTheStorageFails() throws Exception {
        change = "if (answer.subject === 'lti.get_data.response') answer.error = { code: 'storage_exhaustion' };";
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            loseCookies(page);
            assertThat(refusal(page, "/storage-course")).isEqualTo("browser_mismatch");
            Pictures.ofWindow(page, "new-window-in-frame");

            Page window = context.waitForPage(() -> page.frameLocator("iframe[name=tool]")
                    .locator("a[target=_blank]")
                    .click());

            window.waitForURL("**/min-kompetanse");
            assertThat(window.url()).isEqualTo("http://localhost:" + port + "/min-kompetanse");
            assertThat(window.evaluate("window.opener === null")).isEqualTo(true);
        });
    }

    @Test
    void signsNobodyInByAWrongALateOrNoAnswer() throws Exception {
        for (String answer : new String[] {
            "if (answer.subject === 'lti.get_data.response') answer.value = 'wrong';",
            "if (answer.subject === 'lti.get_data.response') answer.value = { toString: 1 };",
            "if (answer.subject === 'lti.get_data.response') answer.message_id = 'other';",
            "if (answer.subject === 'lti.get_data.response') return;",
            "if (answer.subject === 'lti.get_data.response') { setTimeout(() => event.source.postMessage(answer, event.origin), 600); return; }"
        }) {
            change = answer;
            Browsers.use(1000, 800, (BrowserContext context) -> {
                Page page = context.newPage();
                loseCookies(page);

                assertThat(refusal(page, "/storage-course")).as(answer).isEqualTo("browser_mismatch");
                page.waitForTimeout(answer.contains("600") ? 500 : 0);
                page.frames().getLast().navigate("http://localhost:" + port + "/min-kompetanse");
                assertThat(page.frames().getLast().locator("h1").textContent()).doesNotContain("Min kompetanse");
            });
        }
    }

    /** Somebody who launched as themselves sends the end of it into another's browser, and answers for the storage. */
    @Test
    void signsNobodyInAsTheAttackerWhoseOwnPageAnswers() throws Exception {
        Map<String, String> fields = new java.util.LinkedHashMap<>(loginFields);
        Answer page = new no.kompetansebro.lti.Browser(port).post("/lti/login", fields);
        Map<String, String> asked =
                new Answer.Address(HtmlUtils.htmlUnescape(first(page, "id=\"go\" href=\"([^\"]*)\""))).parameters();
        Map<String, Object> claims = platform.claims(CLIENT, asked.get("nonce"), TARGET);
        claims.put("iss", lms);
        claims.put("sub", "attacker");
        claims.put(CLAIM + "lis", Map.of("person_sourcedid", KARI));
        String trap = form("/lti/launch", Map.of("state", asked.get("state"), "id_token", platform.sign(claims)))
                .replace("<form ", "<form target='victim' ")
                .replace("document.forms[0].submit()", """
                        const w = window.open("", "victim");
                        document.forms[0].submit();
                        const value = "%s", key = "%s", subject = "lti.get_data.response";
                        addEventListener("message", (e) => {
                          window.heard = true;
                          w.postMessage({ subject, message_id: e.data.message_id, key, value }, "*");
                        });
                        setInterval(() => w.postMessage({ subject, message_id: "guess", key, value }, "*"), 5);
                        """.formatted(
                                first(page, "data-value=\"([^\"]*)\""), first(page, "data-key=\"([^\"]*)\"")));
        try (TestPlatform stranger = new TestPlatform()) {
            stranger.page("/trap", _ -> trap);
            Browsers.use(1000, 800, (BrowserContext context) -> {
                Browsers.hurry(context);
                Page attack = context.newPage();

                Page victim =
                        context.waitForPage(() -> attack.navigate("http://127.0.0.1:" + stranger.port() + "/trap"));

                victim.locator("[data-error-code=browser_mismatch]").waitFor();
                assertThat(attack.evaluate("window.heard === true")).isEqualTo(false);
                assertThat(victim.navigate("http://localhost:" + port + "/min-kompetanse")
                                .status())
                        .isEqualTo(401);
            });
        }
    }

    private static String first(Answer page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    @Test
    void waitsOnAPageThatEverybodyCanRead() throws Exception {
        for (int width : new int[] {1280, 360}) {
            delay = 60_000;
            Browsers.use(width, 700, (BrowserContext context) -> {
                Page page = context.newPage();
                page.route("**/app/lti-storage*.js", route -> route.abort());
                page.navigate(lms + "/start");
                page.locator("[data-storage=put]").waitFor();
                Accessibility.assertClean(page);
                Pictures.ofWindow(page, "storage-" + width);
                page.route("**/auth?*", route -> {
                    context.clearCookies();
                    route.resume();
                });
                page.locator("#go").click();
                page.locator("[data-storage=get]").waitFor();
                Accessibility.assertClean(page);
                page.locator("button").click();
                page.locator("[data-error-code=browser_mismatch]").waitFor();
                Accessibility.assertClean(page);
                Pictures.ofWindow(page, "new-window-" + width);
            });
        }
    }
}
