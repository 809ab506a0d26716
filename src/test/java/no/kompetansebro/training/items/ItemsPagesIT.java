package no.kompetansebro.training.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.catalogue.Replacement;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** HR's pages of what can be learned, in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class ItemsPagesIT {

    private static final String CATALOGUE = """
            items:
              - {code: organisasjon, name: Organisasjon og styring, kind: GATHERING, arena: CLASSROOM, hours: 7, themes: [strategic]}
              - {code: okonomi, name: Økonomistyring, kind: GATHERING, arena: CLASSROOM, hours: 7, themes: [operative], owner: Økonomiavdelingen}
              - {code: personal, name: Personal og arbeidsrett, kind: MODULE, arena: E_LEARNING, hours: 3, themes: [operative, jus], lms: {courseIdNumber: PERS-1}}
              - {code: it-ledelse, name: IT-ledelse, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: etikk, name: Etikk og dilemmaer, kind: MODULE, arena: E_LEARNING, themes: [strategic], owner: KS, source: KS Læring}
              - {code: lederskolen, name: Lederskolen, kind: PROGRAMME, parts: [organisasjon, okonomi, personal]}
            competences: [{code: leder, name: Ledelse, kind: SKILL}, {code: okonomi, name: Økonomi, kind: KNOWLEDGE}, {code: etikk, name: Etikk, kind: ATTITUDE}]
            awardRules:
              - {code: leder-ved-skolen, competence: leder, criterion: {result: {item: lederskolen}}}
              - {code: okonomi, competence: okonomi, criterion: {result: {item: okonomi}}}
              - {code: etikk, competence: etikk, criterion: {result: {item: etikk}}}
            requirements:
              - {code: lederskolen, name: Lederskolen for alle ledere, competence: leder, category: MANDATORY, targetGroup: {leaderLevel: ["3"]}}
              - {code: okonomi, name: Økonomi for ledere, competence: okonomi, category: MANDATORY, targetGroup: {leaderLevel: ["3"]}}
              - {code: etikk, name: Etikk for alle, competence: etikk, category: MANDATORY}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Municipality fjordvik;
    EmployeeId hr;
    EmployeeId leader;

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("helse", null);
        LocalDate since = LocalDate.now().minusYears(2);
        hr = fjordvik.employee("1");
        fjordvik.employment(hr, "helse", since, null);
        fjordvik.grant(hr, "HR", null, since, null);
        leader = fjordvik.employee("2");
        fjordvik.leader(leader, "helse", since, null);
        assertThat(fjordvik.in(() -> catalogue.replace(CATALOGUE.getBytes(StandardCharsets.UTF_8), false)))
                .isInstanceOf(Replacement.Done.class);
        fjordvik.result(leader, "etikk", LocalDate.now().minusDays(30));
    }

    @Test
    void hrMakesANewVersionOfAProgrammeWithTheKeyboard() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = open(context, hr, "/opplaering/innhold");
            assertThat(page.locator("tbody tr").count()).isEqualTo(6);
            look(page, "innhold");
            assertThat(page.locator("tbody").textContent()).contains("Lederskolen", "leder-ved-skolen", "KS Læring");

            press(page, "tbody a[href$='kode=lederskolen']");
            look(page, "element");
            assertThat(page.locator("dl").textContent()).contains("Lederskolen for alle ledere");

            press(page, "a:has-text('Lag ny versjon')");
            page.locator("#newPart").selectOption("it-ledelse");
            press(page, "button[value=add]");
            press(page, "button[aria-label='Flytt «IT-ledelse» opp']");
            assertThat(page.locator(".kb-partlist__name").allTextContents())
                    .satisfiesExactly(
                            one -> assertThat(one).contains("1. Organisasjon"),
                            two -> assertThat(two).contains("2. Økonomi"),
                            three -> assertThat(three).contains("3. IT-ledelse"),
                            four -> assertThat(four).contains("4. Personal"));
            look(page, "programversjon");
            page.fill("#name-nb", "Lederskolen 2027");
            press(page, "#name-nb");
            look(page, "innhold-bekreft");
            assertThat(page.locator("table").textContent()).contains("Lederskolen 2027", "IT-ledelse");
            press(page, "button[value=save]");

            assertThat(page.locator(".ds-alert").textContent()).contains("lagret");
            assertThat(page.url()).contains("kode=lederskolen-v2");
        });
        assertThat(fjordvik.in(catalogue::document))
                .contains("parts: [organisasjon, okonomi, it-ledelse, personal]", "replaces: lederskolen");
    }

    @Test
    void saysWhomAChangeConcernsAndKeepsNothingOverSomebodyElsesChange() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = open(context, hr, "/opplaering/innhold/element?kode=lederskolen");
            press(page, "button[aria-label='Ta ut «Personal og arbeidsrett»']");
            page.fill("#hours", "mye");
            press(page, "button.ds-button[value=preview]");
            assertThat(page.locator("#hours-feil").textContent()).contains("mye");
            look(page, "element-feil");

            page.fill("#hours", "21,5");
            press(page, "button.ds-button[value=preview]");
            assertThat(page.locator("section:has(#dekning)").textContent())
                    .contains("Lederskolen for alle ledere", "1");
            look(page, "innhold-virkning");

            fjordvik.in(() -> catalogue.replace(
                    CATALOGUE
                            .replace("name: Lederskolen,", "name: Skolen for ledere,")
                            .getBytes(StandardCharsets.UTF_8),
                    false));
            press(page, "button[value=save]");
            assertThat(page.locator(".ds-alert").textContent()).contains("Noen andre har endret");
            assertThat(page.locator("#hours").inputValue()).isEqualTo("21,5");
            assertThat(fjordvik.in(catalogue::document)).contains("Skolen for ledere", "personal]");
        });
    }

    @Test
    void removesWhatNothingUsesAndShowsTheListNarrowed() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = open(context, hr, "/opplaering/innhold?sok=ledelse");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            press(page, "tbody a");
            page.locator("main summary").click();
            press(page, "details form button");
            assertThat(page.locator(".ds-alert").textContent()).contains("slettet");

            page.navigate(at("/opplaering/innhold?tema=strategic&type=MODULE"));
            assertThat(page.locator("tbody th").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Etikk og dilemmaer");
            page.navigate(at("/opplaering/innhold/element?kode=etikk"));
            assertThat(page.locator("section:has(#slett)").textContent()).contains("Kan ikke slettes");
        });
    }

    /** Drammen: both strategic and operative themes. */
    @Test
    void a03CoverageIsCutByTheme() throws Exception {
        Browsers.use(1280, 900, context -> {
            Page page = open(context, hr, "/planlegging/gap?etter=requirement");
            assertThat(rows(page))
                    .containsExactlyInAnyOrder("Lederskolen for alle ledere", "Økonomi for ledere", "Etikk for alle");

            page.locator("#tema").selectOption("strategic");
            press(page, "form:has(#tema) button");
            assertThat(rows(page)).containsExactlyInAnyOrder("Lederskolen for alle ledere", "Etikk for alle");
            assertThat(page.locator(".kb-total").textContent()).contains("33");
            look(page, "gap-tema");

            page.locator("#tema").selectOption("operative");
            press(page, "form:has(#tema) button");
            assertThat(rows(page)).containsExactlyInAnyOrder("Lederskolen for alle ledere", "Økonomi for ledere");
            assertThat(page.locator(".kb-total").textContent()).contains("0");
        });
    }

    @Test
    void isOnlyForHrAndChangedOnlyByHrOfTheWholeEmployer() throws Exception {
        EmployeeId partly = fjordvik.employee("3");
        fjordvik.employment(partly, "helse", LocalDate.now().minusYears(1), null);
        fjordvik.grant(partly, "HR", "helse", LocalDate.now().minusYears(1), null);
        Browsers.use(1280, 900, context -> {
            Page page = open(context, leader, "/innhold?hva=item:lederskolen");
            assertThat(page.locator(".kb-parts li").allTextContents())
                    .satisfiesExactly(
                            one -> assertThat(one).contains("Organisasjon", "Ikke tatt"),
                            two -> assertThat(two).contains("Økonomistyring"),
                            three -> assertThat(three).contains("Personal"));
            look(page, "program-i-lms");
            assertThat(page.locator(".kb-menu").textContent()).doesNotContain("Læringsinnhold");
            assertThat(page.navigate(at("/opplaering/innhold")).status()).isEqualTo(403);
            assertThat(page.navigate(at("/opplaering/innhold/nytt")).status()).isEqualTo(403);
        });
        Browsers.use(1280, 900, context -> {
            Page page = open(context, partly, "/opplaering/innhold/element?kode=etikk");
            assertThat(page.locator("#name-nb").isDisabled()).isTrue();
            assertThat(page.locator("button[value=preview].ds-button").count()).isZero();
            Accessibility.assertClean(page);
            assertThat(page.navigate(at("/opplaering/innhold/nytt")).status()).isEqualTo(403);
        });
    }

    private static List<String> rows(Page page) {
        return page.locator("table.kb-table--gap tbody th").allTextContents();
    }

    /** As with the keyboard; and waits for the page that comes. */
    private static void press(Page page, String button) {
        Locator found = page.locator(button).first();
        page.evaluate("window.formerPage = true");
        found.focus();
        found.press("Enter");
        while (isFormerPage(page)) {
            page.waitForTimeout(20);
        }
        page.waitForLoadState();
    }

    private static boolean isFormerPage(Page page) {
        try {
            return (Boolean) page.evaluate("window.formerPage === true");
        } catch (PlaywrightException _) {
            return true; // between two pages
        }
    }

    private Page open(BrowserContext context, EmployeeId who, String path) {
        Page page = context.newPage();
        page.navigate(at("/test/sign-in?employer=" + fjordvik.id() + "&employee=" + who + "&til="
                + URLEncoder.encode(path, StandardCharsets.UTF_8)));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void look(Page page, String name) {
        Accessibility.assertClean(page);
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 900);
            Pictures.take(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling of %s at %s", name, width)
                    .isLessThanOrEqualTo(width);
        }
    }
}
