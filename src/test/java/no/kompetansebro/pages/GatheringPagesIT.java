package no.kompetansebro.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One walk through all pages about gatherings: HR plans, the leader signs up, the employee takes part, attendance is taken. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class GatheringPagesIT {

    private static final LocalDate TODAY = SmallTown.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @Test
    void aGatheringIsPlannedFilledAndHeld() throws Exception {
        Browsers.use(1280, 900, context -> {
            String ahead = plan(context, "hr", "LM-02", TODAY.plusDays(40), "20");
            String held = plan(context, "hr", "BV-01", TODAY, "");

            Page leader = open(context, "leader", "/min-enhet");
            picture(leader, "min-enhet-samlinger");
            leader.getByRole(
                            AriaRole.LINK, new Page.GetByRoleOptions().setName("Meld på ansatte: Legemiddelhåndtering"))
                    .click();
            look(leader, "samling-pamelding");
            leader.locator("button[value=trenger]").click();
            assertThat(leader.locator("[role=status]").first().textContent()).contains("Påmeldt: ");
            look(leader, "samling-leder");

            Page kari = open(context, "kari", "/min-kompetanse");
            look(kari, "min-kompetanse-samlinger");
            kari.navigate(at(ahead));
            look(kari, "samling-ansatt");
            kari.navigate(at("/opplaering/kalender"));
            kari.locator("form[action$='/opplaering/kalender'] button").click();
            assertThat(kari.locator("#kalenderadresse").textContent()).contains("/kalender/");
            look(kari, "kalender");
            kari.navigate(at("/opplaering/samlinger"));
            look(kari, "samlinger-ansatt");

            Page hr = open(context, "hr", held + "/meld-pa");
            hr.fill("#nummer", "1001 1002 1003 1004 1005");
            hr.getByText("Meld på de valgte").click();
            hr.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Oppmøte"))
                    .click();
            hr.getByText("Kryss av alle med plass").click();
            hr.locator("input[name=motte]").first().uncheck();
            look(hr, "samling-oppmote");
            hr.getByText("Bekreft oppmøte").click();
            assertThat(hr.locator("[role=status]").first().textContent())
                    .isEqualTo("Oppmøtet er registrert: 4 møtte, 1 møtte ikke.");
            hr.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Oppmøte"))
                    .click();
            hr.locator("input[name=motte]").first().check();
            hr.getByText("Bekreft oppmøte").click();
            assertThat(hr.locator("[role=status]").first().textContent()).contains("Oppgi en grunn");
            hr.fill("#grunn", "Kom litt sent");
            hr.getByText("Bekreft oppmøte").click();
            hr.navigate(at(held + "/oppmote"));
            assertThat(hr.locator("#rettet + ul").textContent()).contains("Kom litt sent");
            look(hr, "samling-rettet");
            hr.navigate(at(held + "/deltakere"));
            look(hr, "samling-deltakere");
            hr.navigate(at("/opplaering/samlinger"));
            look(hr, "samlinger");
        });
    }

    private String plan(BrowserContext context, String who, String item, LocalDate date, String seats) {
        Page page = open(context, who, "/opplaering/samlinger/ny");
        page.selectOption("#element", item);
        page.fill("#dato1", date.toString());
        page.fill("#fra1", "00:01");
        page.fill("#til1", "00:30");
        page.fill("#sted", "Kommunestyresalen, Rådhuset");
        page.fill("#plasser", "ti");
        page.locator("form.kb-form button").click();
        assertThat(page.locator("#plasser-feil").textContent()).contains("helt tall");
        look(page, "samling-skjema");
        page.fill("#plasser", seats);
        page.locator("form.kb-form button").click();
        assertThat(page.locator("[role=status]").first().textContent()).isEqualTo("Samlingen er planlagt.");
        String path = page.url().substring(page.url().indexOf("/opplaering")).replaceAll("\\?.*", "");
        page.close();
        return path;
    }

    private static void look(Page page, String name) {
        picture(page, name);
        Accessibility.assertClean(page);
    }

    private static void picture(Page page, String name) {
        for (int width : List.of(360, 1280)) {
            page.setViewportSize(width, 900);
            Pictures.take(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling of %s at %s", name, width)
                    .isLessThanOrEqualTo(width);
        }
    }

    private Page open(BrowserContext context, String who, String path) {
        Town town = towns.get();
        Page page = context.newPage();
        page.navigate(at("/test/sign-in?employer=" + town.municipality().id() + "&employee=" + town.who(who) + "&til="
                + URLEncoder.encode(path, StandardCharsets.UTF_8)));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
