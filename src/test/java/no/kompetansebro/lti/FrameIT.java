package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Launches in a real browser that blocks other sites' cookies: the LMS on 127.0.0.1, the tool in a frame from
 * localhost, which is another site.
 */
class FrameIT extends LaunchScenario {

    private String lms;

    @BeforeEach
    void anLmsOnAnotherSite() {
        lms = "http://127.0.0.1:" + platform.port();
        register(new Registration(
                lms,
                CLIENT,
                Set.of("1"),
                URI.create(lms + "/auth"),
                URI.create(lms + "/token"),
                URI.create(lms + "/jwks")));
        platform.page(
                "/course",
                _ -> "<!doctype html><title>Kurs</title><iframe src='/start' width='800' height='600'></iframe>");
        platform.page(
                "/start",
                _ -> form(
                        "/lti/login",
                        Map.of("iss", lms, "client_id", CLIENT, "target_link_uri", TARGET, "login_hint", "17")));
        platform.page("/auth", this::authentication);
    }

    private String authentication(URI address) {
        Map<String, String> asked = query(address);
        Map<String, Object> claims = platform.claims(CLIENT, asked.get("nonce"), TARGET);
        claims.put("iss", lms);
        claims.put("sub", "kari");
        claims.put(CLAIM + "lis", Map.of("person_sourcedid", KARI));
        return form("/lti/launch", Map.of("state", asked.get("state"), "id_token", platform.sign(claims)));
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private String form(String path, Map<String, String> fields) {
        return "<!doctype html><title>…</title><form method='post' action='http://localhost:" + port + path + "'>"
                + fields.entrySet().stream()
                        .map(f -> "<input type='hidden' name='" + f.getKey() + "' value='" + f.getValue() + "'>")
                        .collect(Collectors.joining())
                + "</form><script>document.forms[0].submit()</script>";
    }

    private static Map<String, Integer> watch(Page page) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        page.onResponse(response -> note(response, steps));
        return steps;
    }

    private static void note(Response response, Map<String, Integer> steps) {
        if (response.request().isNavigationRequest()) {
            steps.put(URI.create(response.url()).getPath(), response.status());
        }
    }

    private static void openCourse(Page page, String lms) {
        page.waitForResponse(
                response ->
                        response.url().contains("localhost") && response.url().endsWith("/min-kompetanse"),
                () -> page.navigate(lms + "/course"));
        page.waitForLoadState();
    }

    @Test
    void launchesInAFrameOfAnotherSite() throws Exception {
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            Map<String, Integer> steps = watch(page);

            openCourse(page, lms);

            assertThat(steps).containsEntry("/lti/login", 302).containsEntry("/lti/launch", 303);
            assertThat(steps.get("/min-kompetanse"))
                    .as("the session is known in the frame")
                    .isNotEqualTo(401);
            Frame tool = page.frames().getLast();
            assertThat(tool.url()).isEqualTo("http://localhost:" + port + "/min-kompetanse");
        });
    }

    @Test
    void launchesAgainInTheSameFrame() throws Exception {
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();
            openCourse(page, lms);
            Map<String, Integer> steps = watch(page);

            openCourse(page, lms);

            assertThat(steps).containsEntry("/lti/launch", 303);
            assertThat(steps.get("/min-kompetanse")).isNotEqualTo(401);
        });
    }

    @Test
    void launchesInTwoTabsOneAfterTheOther() throws Exception {
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page first = context.newPage();
            Page second = context.newPage();
            openCourse(first, lms);
            openCourse(second, lms);

            Map<String, Integer> steps = watch(first);
            first.frames().getLast().navigate("http://localhost:" + port + "/finnes-ikke");

            assertThat(steps.get("/finnes-ikke")).isEqualTo(404);
        });
    }

    @Test
    void showsARefusalInTheFrame() throws Exception {
        registrations.put(new Registration(
                lms,
                CLIENT,
                Set.of("other"),
                URI.create(lms + "/auth"),
                URI.create(lms + "/token"),
                URI.create(lms + "/jwks")));
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();

            page.navigate(lms + "/course");

            assertThat(page.frameLocator("iframe").locator("[data-error-code]").getAttribute("data-error-code"))
                    .isEqualTo("deployment_unknown");
        });
    }

    @Test
    void isFramedByNobodyElse() throws Exception {
        try (TestPlatform stranger = new TestPlatform()) {
            stranger.page("/course", _ -> "<!doctype html><title>x</title><iframe src='" + lms + "/start'></iframe>");
            Browsers.use(1000, 800, (BrowserContext context) -> {
                Page page = context.newPage();
                openCourse(page, lms);

                page.navigate("http://localhost:" + stranger.port() + "/course");
                page.waitForTimeout(2000);

                assertThat(page.frames().getLast().url()).startsWith("chrome-error:");
            });
        }
    }
}
