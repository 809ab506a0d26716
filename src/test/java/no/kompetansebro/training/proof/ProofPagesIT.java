package no.kompetansebro.training.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.pages.SmallTown;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class ProofPagesIT {

    private static final int TOO_MUCH = 14 * 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    SmallTown towns;

    @Test
    void anEmployeeHandsInACertificateAndTheLeaderConfirmsItInThreeClicks() throws Exception {
        List<String> complaints = new ArrayList<>();
        Browsers.use(1280, 900, context -> {
            Page page = open(context, "kari", "/opplaering/lever?krav=K-VT", complaints);
            look(page, "lever", 1280);
            assertThat(page.locator("#hva").inputValue()).isEqualTo("velferdsteknologi");
            send(page, "<html>".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#fil-feil").textContent()).contains("verken PDF");
            look(page, "lever-feil", 1280);
            send(page, PdfsForTests.pdf(""));
            page.locator("#mine-bevis").waitFor();
            assertThat(page.locator("main").textContent()).contains("Beviset er levert", "Venter på bekreftelse");
            look(page, "min-kompetanse-bevis", 1280);
        });
        Browsers.use(360, 900, context -> {
            Page page = open(context, "leader", "/opplaering/bekreft", complaints);
            look(page, "bekreft", 360);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Se og rett"))
                    .first()
                    .click();
            look(page, "bekreft-en", 360);
            for (String each : List.of(
                    "aktiviteter", "fritak", "fritak?ansatt=" + towns.get().kari() + "&krav=K-FH")) {
                page.navigate(base() + "/opplaering/" + each);
                look(page, each.split("\\?", 2)[0] + (each.contains("?") ? "-gi" : ""), 360);
            }
        });
        Browsers.use(1280, 900, context -> {
            Page page = open(context, "leader", "/opplaering/bekreft", complaints);
            look(page, "bekreft", 1280);
            page.locator("[data-all]").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bekreft valgte"))
                    .click();
            page.getByText("er bekreftet").first().waitFor();
            look(page, "bekreftet", 1280);
            page.locator("details summary").last().click();
            bothWays(page, "opphev");
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void anEmployeeDisputesAndTheLeaderSeesItWhatHasChangedAndTheSheetForTheTalk() throws Exception {
        List<String> complaints = new ArrayList<>();
        Town town = towns.get();
        town.municipality()
                .sql(
                        "insert into unit_visit (employer_id, viewer_id, unit_code, visited_on) values (:e, ?, 'HT2', ?)"
                                + " on conflict do nothing",
                        town.leader().value(),
                        SmallTown.TODAY.minusDays(60));
        Browsers.use(1280, 900, context -> {
            Page page = open(context, "kari", "/min-kompetanse", complaints);
            page.locator("section[aria-labelledby=mine-opplysninger] summary").click();
            page.locator("section[aria-labelledby=mine-opplysninger] .kb-claims__end a")
                    .first()
                    .click();
            bothWays(page, "innsigelse");
            page.locator("#tekst").fill("Jeg var ikke på kurset denne dagen.");
            page.locator("form[action$=innsigelse] button").click();
            page.getByText("Jeg var ikke på kurset denne dagen.").waitFor();
            bothWays(page, "min-kompetanse-innsigelse");

            page = open(context, "leader", "/opplaering/innsigelser", complaints);
            assertThat(page.locator("main").textContent()).contains("Jeg var ikke på kurset denne dagen.");
            bothWays(page, "innsigelser");
            page.navigate(base() + "/min-enhet?enhet=HT2");
            assertThat(page.locator("main").textContent()).contains("Endret siden");
            bothWays(page, "min-enhet-endret");
            page.navigate(base() + "/opplaering/samtale?ansatt=" + town.kari());
            bothWays(page, "samtale");
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFileThatIsFarTooLargeIsAnsweredAndNotDropped(@TempDir Path folder) throws Exception {
        Browsers.useWithoutScripts(1280, 900, context -> {
            Page page = open(context, "kari", "/opplaering/lever?krav=K-VT", new ArrayList<>());
            page.locator("#fil").setInputFiles(Files.write(folder.resolve("bevis.pdf"), new byte[TOO_MUCH]));
            send(page);

            assertThat(page.locator("main").textContent()).contains("for stor");
        });
    }

    private static void send(Page page, byte[] file) {
        page.locator("#fil").setInputFiles(new FilePayload("bevis.pdf", "application/pdf", file));
        send(page);
    }

    private static void send(Page page) {
        page.locator("#dato").fill(SmallTown.TODAY.minusDays(3).toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send til bekreftelse"))
                .click();
    }

    private static void bothWays(Page page, String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 900);
            look(page, name, width);
        }
    }

    private static void look(Page page, String name, int width) {
        Pictures.take(page, "opplaering-" + name + "-" + width);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("no sideways scrolling of " + name)
                .isLessThanOrEqualTo(width);
        Accessibility.assertClean(page);
    }

    private Page open(BrowserContext context, String who, String path, List<String> complaints) {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status")) {
                complaints.add(message.text());
            }
        });
        Town town = towns.get();
        page.navigate(base() + "/test/sign-in?employer=" + town.municipality().id() + "&employee=" + town.who(who)
                + "&til=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        return page;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
