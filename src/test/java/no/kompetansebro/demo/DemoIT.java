package no.kompetansebro.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.regex.Pattern;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.demo.municipality.Fjellmo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A newcomer's way through the demo, in a browser: the LMS on 127.0.0.1, the tool in its frame on localhost. */
@DemoTest
class DemoIT {

    private static final String SECURITY = idNumber("sikkerhet-modul");
    private static final String ETHICS = idNumber("etikk-modul");

    @Value("${kompetansebro.base-url}")
    String tool;

    @Test
    void aNewcomerChoosesAPerson() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = context.newPage();
            page.navigate(tool);
            page.getByText("Åpne demoen").click();
            page.locator("a[data-account=ansatt]").click();

            assertThat(page.url()).startsWith(tool.replace("localhost", "127.0.0.1") + "/demo/lms/ansatt");
            assertThat(frame(page, "/min-kompetanse").locator(".kb-me").innerText())
                    .contains("Ingrid Solbakken")
                    .containsPattern("[789] av 9 krav dekket");
        });
    }

    @Test
    void aCompletionInTheLmsChangesWhatEmployeeLeaderAndHrSee() throws Exception {
        Browsers.use(1280, 900, context -> {
            int leaderBefore = lapsed(open(context, "virksomhetsleder", "min-enhet", "/min-enhet"));
            int hrBefore = lapsed(open(context, "hr", "planlegging", "/planlegging"));
            Page lms = lms(context, "ansatt", "min-kompetanse");
            int coveredBefore = covered(frame(lms, "/min-kompetanse"));

            lms.locator("form[data-course='" + SECURITY + "'] button").click();
            lms.getByText("Fullføringen er meldt til Kompetansebro.").waitFor();

            assertThat(covered(frame(lms, "/min-kompetanse"))).isEqualTo(coveredBefore + 1);
            assertThat(lapsed(open(context, "virksomhetsleder", "min-enhet", "/min-enhet")))
                    .isEqualTo(leaderBefore - 1);
            assertThat(lapsed(open(context, "hr", "planlegging", "/planlegging")))
                    .isEqualTo(hrBefore - 1);
        });
    }

    @Test
    void anEmployeeOpensWhatIsLackingAndCompletesItThere() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = lms(context, "ansatt", "min-kompetanse");
            Frame mine = frame(page, "/min-kompetanse");
            int coveredBefore = covered(mine);

            mine.locator("a[href$='/demo/lms/ansatt/kurs/" + ETHICS + "']")
                    .first()
                    .click();
            page.getByText("Fullfør modulen").click();
            page.getByText("Fullføringen er meldt til Kompetansebro.").waitFor();

            Accessibility.assertClean(page);
            page.getByText("Til forsiden av Fjellmo læring").click();
            assertThat(covered(frame(page, "/min-kompetanse"))).isEqualTo(coveredBefore + 1);
        });
    }

    @Test
    void theDemosOwnPagesAreAccessible() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = context.newPage();
            page.navigate(tool + "/demo");

            assertThat(page.locator("a[data-account]").count()).isEqualTo(12);
            Accessibility.assertClean(page);
        });
    }

    @Test
    void anAccountThatHrDoesNotKnowIsStopped() throws Exception {
        Browsers.use(1280, 900, context -> {
            Frame frame = open(context, "vikar", "min-kompetanse", "/lti/launch");

            assertThat(frame.locator("[data-error-code]").first().getAttribute("data-error-code"))
                    .isEqualTo("account_waiting");
        });
    }

    private static String idNumber(String item) {
        return Fjellmo.knownCourses(LocalDate.of(2026, 1, 1)).stream()
                .filter(course -> course.item().equals(item))
                .findFirst()
                .orElseThrow()
                .idNumber();
    }

    private Frame open(BrowserContext context, String account, String side, String path) {
        return frame(lms(context, account, side), path);
    }

    private Page lms(BrowserContext context, String account, String side) {
        Page page = context.newPage();
        page.navigate(tool.replace("localhost", "127.0.0.1") + "/demo/lms/" + account + "?side=" + side);
        return page;
    }

    private static int lapsed(Frame frame) {
        return number(frame.locator(".kb-figure--bad .kb-figure__value").first().innerText());
    }

    private static int covered(Frame frame) {
        String figure = frame.locator(".kb-me__figure").innerText();
        return number(figure.substring(0, figure.indexOf(" av ")));
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("[^0-9]", ""));
    }

    /** The tool's frame once it is at the path. */
    private Frame frame(Page page, String path) {
        Frame frame = page.waitForSelector("iframe[name=tool]").contentFrame();
        frame.waitForURL(Pattern.compile(Pattern.quote(tool + path) + ".*"));
        frame.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return frame;
    }
}
