package no.kompetansebro.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader assigns, looks at what it does, confirms; the employee sees it and says so; the leader undoes it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class AssigningPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @Test
    void a36_aLeaderAssignsFromAGapAndTheEmployeeSeesIt() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = context.newPage();
            open(page, "leader", "/min-enhet?enhet=HT2");
            assertThat(page.locator("section[aria-labelledby=tildelt-enhet] .kb-gaps a")
                            .first()
                            .getAttribute("href"))
                    .startsWith("/opplaering/tildel?");
            open(page, "leader", "/opplaering/tildel?enhet=HT2&krav=K-IS");
            assertThat(page.locator("input[name=modul]:checked").getAttribute("value"))
                    .isEqualTo("IS-01");
            int chosen = page.locator("input[name=ansatt]:checked").count();
            assertThat(chosen).isPositive();
            page.locator("#frist").fill(SmallTown.TODAY.plusDays(30).toString());
            page.locator("#grunn").fill("Internkontroll høsten");
            look(page, "tildel-utfylt");
            page.getByRole(AriaRole.BUTTON, pressing("Se over")).click();

            assertThat(page.locator(".kb-said__sum").first().textContent()).contains(chosen + " får opplæringen");
            assertThat(page.locator("table").first().textContent()).contains("Informasjonssikkerhet");
            look(page, "tildel-se-over");
            page.getByRole(AriaRole.BUTTON, pressing("Tilbake og endre")).click();
            assertThat(page.locator("#grunn").inputValue()).isEqualTo("Internkontroll høsten");
            page.getByRole(AriaRole.BUTTON, pressing("Se over")).click();
            page.getByRole(AriaRole.BUTTON, pressing("Bekreft og tildel")).click();

            assertThat(page.locator("[role=status]").first().textContent()).contains("Opplæringen er tildelt.");
            assertThat(page.locator(".kb-said__sum").textContent()).contains("0 av " + chosen);
            look(page, "tildeling");
            String assignment = page.url();

            open(page, "leader", "/opplaering/tildelt");
            look(page, "tildelt");
            open(page, "leader", "/min-enhet?enhet=HT2");
            look(page, "min-enhet-tildelt");

            open(page, "kari", "/min-kompetanse");
            Locator mine = page.locator("section[aria-labelledby=min-opplaering]");
            assertThat(mine.textContent()).contains("Informasjonssikkerhet i hverdagen", "Pålagt", "fra Berit Sjøberg");
            look(page, "min-opplaering");
            mine.getByRole(AriaRole.BUTTON).click();
            page.getByText("Du har bekreftet å ha sett den.").waitFor();

            open(page, "leader", "/opplaering/samtale?ansatt=" + towns.get().kari());
            assertThat(page.locator("section[aria-labelledby=tildelt]").textContent())
                    .contains("Informasjonssikkerhet i hverdagen", "Pålagt", "Bekreftet sett", "Frist");
            look(page, "samtale");
            printed(page, "samtale");

            open(page, "leader", assignment.substring(assignment.indexOf("/opplaering")));
            page.getByRole(AriaRole.BUTTON, pressing("Angre")).click();
            assertThat(page.locator("[role=status]").first().textContent()).contains("trukket tilbake");
            look(page, "tildeling-trukket");
            open(page, "kari", "/min-kompetanse");
            assertThat(page.locator("section[aria-labelledby=min-opplaering]").count())
                    .isZero();
        });
    }

    private static void look(Page page, String name) {
        for (int width : List.of(360, 1280)) {
            page.setViewportSize(width, 900);
            Pictures.take(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling of " + name + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
        Accessibility.assertClean(page);
    }

    /** On A4 paper, at 96 dots per inch. */
    private static void printed(Page page, String name) {
        page.setViewportSize(794, 1123);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Pictures.take(page, name + "-print");
        assertThat(page.locator("#tiltak").isVisible())
                .as("what cannot be filled in on paper")
                .isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static Page.GetByRoleOptions pressing(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private void open(Page page, String who, String path) {
        Town town = towns.get();
        page.navigate("http://localhost:" + port + "/test/sign-in?employer="
                + town.municipality().id() + "&employee=" + town.who(who) + "&til="
                + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
}
