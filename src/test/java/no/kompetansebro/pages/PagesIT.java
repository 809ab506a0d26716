package no.kompetansebro.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class PagesIT {

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @ParameterizedTest
    @CsvSource({
        "min-kompetanse, kari, /min-kompetanse",
        "min-kompetanse-prognose, kari, /min-kompetanse?per=2027-06-30",
        "forklaring, kari, /forklaring?krav=K-LM",
        "min-enhet, leader, /min-enhet",
        "min-enhet-sone2, leader, /min-enhet?enhet=HT2",
        "planlegging, hr, /planlegging",
        "planlegging-fortid, hr, /planlegging?per=2026-04-30",
        "gap, hr, /planlegging/gap",
        "gap-krav, hr, /planlegging/gap?enhet=HO&etter=requirement",
        "endringer, hr, /planlegging/endringer",
        "endringer-arsak, hr, /planlegging/endringer?enhet=HO&arsak=EXPIRED",
        "hva-om, hr, /planlegging/hva-om",
        "hva-om-kurs, hr, /planlegging/hva-om?enhet=HO&steg=learn;item=FH-01;unit=HO;lacking=K-FH;on=2027-03-31&per=2027-03-31",
        "hva-om-regler, hr, /planlegging/hva-om?steg=lasting;rule=brannvern-regel;months=12~terms;requirement=K-IS;grace=200",
        "katalog, hr, /planlegging/katalog",
        "prognose, hr, /planlegging/prognose",
        "prognose-planlagt, hr, /planlegging/prognose?enhet=HT&planlagt=ja",
        "prognose-ansatte, hr, /planlegging/prognose/ansatte?kurs=*&fra=2026-01-01&til=2026-01-01",
        "minimum, hr, /planlegging/minimum",
        "minimum-dekning, hr, /planlegging/minimum/dekning?enhet=HT&krav=K-KID",
        "sarbarhet, hr, /planlegging/minimum/sarbarhet",
        "sarbarhet-hvem, hr, /planlegging/minimum/sarbarhet/hvem?krav=K-KID",
        "varmekart, hr, /planlegging/gap/varmekart?enhet=HO",
        "gapliste, hr, /planlegging/gap/liste",
        "gapdager, hr, /planlegging/gapdager?periode=12",
        "arsverk, hr, /planlegging/arsverk",
        "min-enhet-hr, hr, /min-enhet?enhet=HT2&status=gap",
        "tildelt-tomt, leader, /opplaering/tildelt",
        "tildel, leader, /opplaering/tildel",
        "tildel-hr, hr, /opplaering/tildel?enhet=HT2&krav=K-IS",
        "tiltak, hr, /planlegging/tiltak",
        "tiltak-ett, leader, /planlegging/tiltak/65665ad2-1deb-3f81-9c08-23ba8c1991c1",
        "tiltak-skjema, leader, /planlegging/tiltak/nytt?enhet=HT&krav=K-FH",
        "tiltak-behov, hr, /planlegging/tiltak/behov?enhet=HT",
        "tiltak-mal, hr, /planlegging/tiltak/mal",
        "tiltak-kostnader, hr, /planlegging/tiltak/kostnader",
        "tiltak-utdanning, leader, /planlegging/tiltak/utdanning",
        "tiltak-vedtak, hr, /planlegging/tiltak/vedtak",
        "rapporter, hr, /planlegging/rapporter",
        "rekruttering, hr, /planlegging/rekruttering",
        "enhetsplikter, hr, /planlegging/enhetsplikter",
        "arshjul, hr, /planlegging/arshjul",
        "arshjul-oppgave, hr, /planlegging/arshjul/oppgave",
        "feil-404, kari, /finnes-ikke",
        "feil-403, kari, /min-enhet",
    })
    void isAccessibleAndQuiet(String name, String who, String path) throws Exception {
        for (int width : List.of(1280, 360)) {
            Browsers.use(width, 900, context -> {
                List<String> complaints = new ArrayList<>();
                Page page = open(context, who, path, complaints);
                Pictures.take(page, name + "-" + width);

                assertThat(complaints).isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("no sideways scrolling at " + width)
                        .isLessThanOrEqualTo(width);
                Accessibility.assertClean(page);
            });
        }
    }

    @Test
    void theExplanationOpensInADialogAndGivesTheFocusBack() throws Exception {
        Browsers.use(1280, 900, context -> {
            List<String> complaints = new ArrayList<>();
            Page page = open(context, "kari", "/min-kompetanse", complaints);
            page.locator("a[data-explain]").first().click();
            page.locator("#dialog[open] h1").waitFor();
            page.waitForTimeout(500);
            Pictures.ofWindow(page, "dialog-1280");
            Accessibility.assertClean(page);
            page.keyboard().press("Escape");

            assertThat((Boolean) page.evaluate("document.activeElement.matches('a[data-explain]')"))
                    .isTrue();
            assertThat(complaints).isEmpty();
        });
    }

    @Test
    void worksInAFrameOfAnotherSite() throws Exception {
        Browsers.use(1000, 900, context -> {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/test/lms?frame="
                    + encoded(signIn("http://localhost:" + port, "leader", "/min-enhet?enhet=HT2")));
            FrameLocator frame = page.frameLocator("iframe");
            frame.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Min kompetanse"))
                    .click();
            frame.locator("#me").waitFor();
            frame.locator("a[data-explain]").first().click();
            frame.locator("#dialog[open] h1").waitFor();

            assertThat(frame.locator("#dialog-content h2").allTextContents()).contains("Hvorfor kravet gjelder");
            Accessibility.assertClean(page);
        });
    }

    private Page open(BrowserContext context, String who, String path, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.navigate(signIn("http://localhost:" + port, who, path));
        return page;
    }

    private String signIn(String base, String who, String path) {
        Town town = towns.get();
        return base + "/test/sign-in?employer=" + town.municipality().id() + "&employee=" + town.who(who) + "&til="
                + encoded(path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
