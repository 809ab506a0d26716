package no.kompetansebro.training.school;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One walk: a leader says what is needed, the nearest leader agrees, HR sees it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class SchoolPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Catalogue catalogue;

    @Test
    void aLeaderAssessesTheNearestLeaderAgreesAndHrSeesIt() throws Exception {
        SchoolTown town = new SchoolTown(jdbc, transactions, catalogue);
        Browsers.use(1280, 900, context -> {
            Page mine = open(context, town, "A1", "/lederskole");
            for (int n = 1; n <= 13; n++) {
                String need = n == 11 ? "GREAT" : n % 3 == 0 ? "SOME" : "NONE";
                mine.locator("input[name='behov.modul-%02d'][value='%s']".formatted(n, need))
                        .check();
            }
            mine.locator("#merknad-modul-11").fill("Skal lede planarbeidet");
            look(mine, "lederskole-skjema");
            mine.locator("form.kb-school__form button[type=submit]").click();
            assertThat(mine.locator("[role=status].ds-alert").textContent()).isEqualTo("Vurderingen er lagret.");
            look(mine, "lederskole");

            Page above = open(context, town, "V1", "/lederskole/ledere");
            look(above, "mine-ledere");
            above.locator("a.ds-button[data-variant=primary]").first().click();
            above.locator("form.kb-school__form").waitFor();
            look(above, "behov");
            above.locator("button[form=behovsskjema]").click();
            assertThat(above.locator("[role=status].ds-alert").textContent()).isEqualTo("Vurderingen er lagret.");

            look(open(context, town, "A1", "/lederskole"), "lederskole-avtalt");
            look(open(context, town, "A1", "/min-kompetanse"), "min-kompetanse-leder");
            look(open(context, town, "HR", "/planlegging/lederskole"), "planlegging-lederskole");
            look(open(context, town, "HR", "/planlegging/lederskole/ledere?niva=3&modul=modul-03"), "ledere");
        });
    }

    /** In two widths, without a complaint and without scrolling sideways. */
    private static void look(Page page, String name) {
        for (int width : List.of(1280, 360)) {
            page.setViewportSize(width, 900);
            Pictures.take(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling of %s at %s", name, width)
                    .isLessThanOrEqualTo(width);
            Accessibility.assertClean(page);
        }
        page.setViewportSize(1280, 900);
    }

    private Page open(BrowserContext context, SchoolTown town, String who, String path) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/test/sign-in?employer="
                + town.municipality().id() + "&employee=" + town.employee(who) + "&til="
                + URLEncoder.encode(path, StandardCharsets.UTF_8));
        return page;
    }
}
