package no.kompetansebro.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What planning pages show while everybody is calculated anew; forty employees count as many here, and nobody else works. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kompetansebro.database.directory=temporary",
            "kompetansebro.coverage.large-recalculation=40",
            "db-scheduler.enabled=false"
        })
class RecalculatingIT {

    private static final String ASKED = "/planlegging/gap?enhet=HO&etter=requirement&per=2026-04-30";
    private static final Pattern LEFT = Pattern.compile("\\d+ av \\d+ ansatte gjenstår");
    private static final Pattern HALF_LEFT = Pattern.compile("^4\\d av 9\\d ansatte gjenstår$");
    private static final int BUCKETS = 64;

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @Autowired
    Upkeep upkeep;

    @Autowired
    DataSource database;

    Town town;

    @BeforeEach
    void everybodyIsCalculated() {
        town = towns.get();
        town.municipality().in(upkeep::catchUp);
    }

    @ParameterizedTest
    @CsvSource({"1280", "360"})
    void thePageShowsHowFarItIsAndTurnsIntoTheWantedOne(int width) throws Exception {
        Browsers.use(width, 900, context -> {
            Browsers.hurry(context);
            Page page = context.newPage();
            try (Held half = hold(BUCKETS / 2)) {
                everythingChanges();
                page.navigate(signIn("localhost", "hr", ASKED));
                page.locator("#progress-text", new Page.LocatorOptions().setHasText(HALF_LEFT))
                        .waitFor();
                picture(page, "beregnes-" + width);

                assertThat(page.locator("h1").textContent()).isEqualTo("Tallene regnes ut på nytt");
                assertThat((Double) page.evaluate("document.querySelector('progress').position"))
                        .isBetween(0.45, 0.55);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                assertThat(page.locator(".kb-languages a[hreflang=en]").getAttribute("href"))
                        .contains("%2Fplanlegging%2Fgap");
                Accessibility.assertClean(page);
                half.release();
            }
            page.locator("h1", new Page.LocatorOptions().setHasText("Helse og omsorg"))
                    .waitFor();

            assertThat(page.url()).endsWith(ASKED);
            assertThat(page.locator("[data-progress]").count()).isZero();
        });
    }

    @Test
    void screenReadersAreToldOnlyOfEachQuarter() throws Exception {
        Browsers.use(1280, 900, context -> {
            Browsers.hurry(context);
            Page page = context.newPage();
            try (Held all = hold(BUCKETS)) {
                everythingChanges();
                page.navigate(signIn("localhost", "hr", "/planlegging"));
                page.evaluate("""
                        window.told = [];
                        window.asked = 0;
                        new MutationObserver(() => { if (live.textContent) told.push(live.textContent); })
                            .observe(live, { childList: true });
                        document.addEventListener("htmx:afterSwap", () => { asked++; });
                        """);
                page.waitForCondition(() -> (Boolean) page.evaluate("asked >= 2"));

                assertThat((List<?>) page.evaluate("told")).isEmpty();
                all.release(BUCKETS / 2);
                page.waitForCondition(() -> (Boolean) page.evaluate("told.length > 0"));
                page.waitForCondition(() -> (Boolean) page.evaluate("asked >= 5"));

                assertThat(LEFT.matcher((String) page.evaluate("told.at(-1)")).matches())
                        .isTrue();
                assertThat((Integer) page.evaluate("told.length")).isLessThanOrEqualTo(2);
            }
        });
    }

    @Test
    void worksWithoutScripts() throws Exception {
        Browsers.use(1280, 900, unused -> {
            Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
            try (BrowserContext context = unused.browser().newContext(options);
                    Held all = hold(BUCKETS)) {
                everythingChanges();
                Page page = context.newPage();
                page.navigate(signIn("localhost", "hr", ASKED));

                assertThat(page.locator("#progress-text").textContent()).matches(LEFT);
                page.getByText("Se om de er klare").click();
                assertThat(page.locator("#progress-text").textContent()).matches(LEFT);
                all.release();
                town.municipality().in(upkeep::catchUp);
                page.getByText("Se om de er klare").click();
                page.locator("h1", new Page.LocatorOptions().setHasText("Helse og omsorg"))
                        .waitFor();

                assertThat(page.url()).endsWith(ASKED);
            }
        });
    }

    @Test
    void worksInAFrameOfAnotherSite() throws Exception {
        Browsers.use(1000, 900, context -> {
            Browsers.hurry(context);
            Page page = context.newPage();
            FrameLocator frame = page.frameLocator("iframe");
            try (Held half = hold(BUCKETS / 2)) {
                everythingChanges();
                page.navigate("http://127.0.0.1:" + port + "/test/lms?frame="
                        + encoded(signIn("localhost", "hr", "/planlegging")));
                frame.locator("#progress-text", new FrameLocator.LocatorOptions().setHasText(HALF_LEFT))
                        .waitFor();
                picture(page, "beregnes-ramme");

                Accessibility.assertClean(page);
                half.release();
            }
            frame.locator(".kb-figures").waitFor();
        });
    }

    @ParameterizedTest
    @CsvSource({"kari, /planlegging, 403", "kari, /planlegging/gap, 403", "hr, /planlegging, 200"})
    void onlyWhoPlansSeesHowFarItIs(String who, String path, int status) throws Exception {
        Browsers.use(1280, 900, context -> {
            try (Held all = hold(BUCKETS)) {
                everythingChanges();
                Response answer = context.newPage().navigate(signIn("localhost", who, path));

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.text().contains("ansatte gjenstår")).isEqualTo(status == 200);
                all.release();
            }
        });
    }

    @Test
    void nobodyIsToldOfASmallRecalculation() throws Exception {
        town.municipality().result(town.kari(), "IS-01", SmallTown.TODAY.minusYears(4));

        Browsers.use(1280, 900, context -> {
            Response answer = context.newPage().navigate(signIn("localhost", "hr", "/planlegging"));

            assertThat(answer.text()).contains("kb-figures").doesNotContain("gjenstår");
        });
    }

    @Test
    void thePageLeadsToPlanningWhereNothingIsWaitedFor() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = context.newPage();
            page.navigate(signIn("localhost", "hr", "/planlegging/beregnes"));

            assertThat(page.url()).endsWith("/planlegging");
        });
    }

    private void everythingChanges() {
        town.municipality().sql("update requirement set code = code");
    }

    private Held hold(int buckets) throws SQLException {
        return new Held(database.getConnection(), buckets);
    }

    /** Some buckets that nobody can work on. */
    private final class Held implements AutoCloseable {

        private final Connection connection;

        Held(Connection connection, int buckets) throws SQLException {
            this.connection = connection;
            lock("pg_advisory_lock", 0, buckets);
        }

        void release() throws SQLException {
            release(BUCKETS);
        }

        /** Lets the first so many go. */
        void release(int buckets) throws SQLException {
            lock("pg_advisory_unlock", 0, buckets);
        }

        private void lock(String how, int from, int until) throws SQLException {
            try (var statement = connection.prepareStatement("select " + how
                    + "(hashtextextended('recalculation ' || ?, bucket)) from generate_series(?, ?) bucket")) {
                statement.setString(1, town.municipality().id().toString());
                statement.setInt(2, from);
                statement.setInt(3, until - 1);
                statement.execute();
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection;
                    var statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                statement.execute();
            }
        }
    }

    private void picture(Page page, String name) {
        Pictures.take(page, name);
    }

    private String signIn(String host, String who, String path) {
        return "http://" + host + ":" + port + "/test/sign-in?employer="
                + town.municipality().id() + "&employee=" + town.who(who) + "&til=" + encoded(path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
