package no.kompetansebro.planning.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.pages.SmallTown;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One walk: HR makes a report, reads it, opens it for politicians, runs it again, and says what is to be recruited. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class ReportPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @Test
    void hrMakesAReportOpensItForPoliticiansAndRunsItAgain() throws Exception {
        Town town = towns.get();
        Browsers.use(1280, 900, context -> {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + "/test/sign-in?employer="
                    + town.municipality().id() + "&employee=" + town.hr() + "&til="
                    + URLEncoder.encode("/planlegging/rapporter", StandardCharsets.UTF_8));
            look(page, "rapporter-tomt");
            page.locator("form button[type=submit]").click();
            page.locator(".kb-report").waitFor();
            String report = page.url();
            look(page, "rapport");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.pdf(new Page.PdfOptions().setPath(Path.of("target/screenshots", "rapport.pdf")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.navigate(report + "/politisk");
            look(page, "rapport-politisk");
            page.navigate(report + "/igjen");
            look(page, "rapport-igjen");
            page.navigate("http://localhost:" + port + "/planlegging/rapporter");
            look(page, "rapporter");
            page.navigate("http://localhost:" + port + "/planlegging/rekruttering?enhet=HO");
            page.locator("input[name=behov]").first().fill("2");
            page.locator("form:has(#ellers) button[type=submit]").click();
            page.locator(".ds-alert[role=status]").waitFor();
            look(page, "rekruttering-lagret");
        });
    }

    /** In two widths, without a complaint and without scrolling sideways. */
    private static void look(Page page, String name) {
        for (int width : List.of(1280, 360)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", name + "-" + width + ".png")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling of %s at %s", name, width)
                    .isLessThanOrEqualTo(width);
            Accessibility.assertClean(page);
        }
        page.setViewportSize(1280, 900);
    }
}
