package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.Test;

/** Launches in a real browser that blocks other sites' cookies. */
class FrameIT extends FrameScenario {

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
                URI.create(lms + "/jwks"),
                true));
        Browsers.use(1000, 800, (BrowserContext context) -> {
            Page page = context.newPage();

            page.navigate(lms + "/course");

            assertThat(page.frameLocator("iframe").locator("[data-error-code]").getAttribute("data-error-code"))
                    .isEqualTo("deployment_unknown");
            page.navigate(lms + "/start");
            page.waitForSelector("[data-error-code]");
            Accessibility.assertClean(page);
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
                page.waitForCondition(() -> page.frames().getLast().url().startsWith("chrome-error:"));

                assertThat(page.frames().getLast().url()).startsWith("chrome-error:");
            });
        }
    }
}
