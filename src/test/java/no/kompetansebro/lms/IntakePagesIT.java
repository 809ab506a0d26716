package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.Handover;
import no.kompetansebro.lms.spi.PersonKey;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.lti.Browser;
import no.kompetansebro.lti.LaunchScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator and HR do about completions, in a real browser. */
class IntakePagesIT extends LaunchScenario {

    private static final Instant MOMENT = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    Completions completions;

    private CompletionSource source;
    private UUID hr;

    @BeforeEach
    void completionsOfAllKinds() {
        source = new CompletionSource("moodle:" + UUID.randomUUID(), "https://moodle.fjordvik.example");
        hr = employ("1", "Hanne", "Rud");
        for (String kind : List.of("HR", "ADMINISTRATOR")) {
            inEmployer(() -> jdbc.sql("""
                    insert into access_grant (employer_id, grant_id, employee_id, kind, valid_from, granted_by, granted_at)
                    values (current_employer(), uuidv7(), :hr, :kind, date '2020-01-01', 'test', now())
                    """).param("hr", hr).param("kind", kind).update());
        }
        item("forstehjelp", "Førstehjelp for alle", "FH-01");
        item("brann", "Brannvern grunnkurs", "BR-01");
        take(kari("a", course("7", "Førstehjelp", "FH-01")));
        take(kari("b", course("8", "Brannvern – grunnkurs", "ukjent")));
        take(kari("c", course("9", "Velkommen til Moodle", "")));
        take(new ReportedCompletion(
                "d", PersonKey.account("4711"), course("7", "Førstehjelp", "FH-01"), MOMENT, Optional.empty()));
    }

    private void item(String code, String name, String idNumber) {
        inEmployer(() -> jdbc.sql("""
                insert into item (employer_id, code, name, kind, position, course_id_number)
                values (current_employer(), :code, jsonb_build_object('nb', cast(:name as text)), 'COURSE', 1, :number)
                """)
                .param("code", code)
                .param("name", name)
                .param("number", idNumber)
                .update());
    }

    private static ReportedCourse course(String id, String title, String idNumber) {
        return new ReportedCourse("course:" + id, Optional.of(title), Optional.of(idNumber), Optional.empty());
    }

    private static ReportedCompletion kari(String id, ReportedCourse course) {
        return new ReportedCompletion(
                id,
                new PersonKey(Optional.of("17"), Optional.of(KARI), Optional.empty()),
                course,
                MOMENT,
                Optional.empty());
    }

    private void take(ReportedCompletion reported, String... withdrawn) {
        inEmployer(() -> completions.take(new Handover(source, List.of(reported), List.of(withdrawn))));
    }

    private String states() {
        return inEmployer(() -> jdbc.sql("""
                select string_agg(concat_ws(' ', external_id, state, item, withdrawal), ', ' order by external_id) from completion
                 where length(external_id) = 1
                """).query(String.class).single());
    }

    private String address(String path) {
        return "http://localhost:" + port + "/test/sign-in?employer=" + employer + "&employee=" + hr + "&til=" + path;
    }

    @Test
    void mapsACourseAfterShowingWhatThatWouldDo() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address(QuarantinePage.PATH));
            assertThat(page.locator("article").textContent())
                    .contains("Fullføringer som venter: 3", "Brannvern – grunnkurs", "4711");
            looks(page, "karantene");

            page.locator("tr", row("Brannvern – grunnkurs")).locator("a").click();
            page.locator("text=Vis hva som vil skje").click();
            assertThat(page.locator("article").textContent())
                    .contains("Hvis kurset teller som «Brannvern grunnkurs»", "Telles med det samme: 1.");
            assertThat(states()).contains("b WAITING");
            looks(page, "kurskobling");
            page.locator("text=Lagre koblingen").click();
            assertThat(page.locator("[role=status]").first().textContent()).contains("som teller nå: 1.");
            assertThat(states()).contains("b RECORDED brann");
            looks(page, "kurskobling-lagret");

            page.locator("text=Fjern koblingen").click();
            page.locator("text=Lagre koblingen").click();
            assertThat(states()).contains("b RECORDED brann");
            take(kari("e", course("8", "Brannvern – grunnkurs", "ukjent")));
            assertThat(states()).contains("e WAITING");
        });
    }

    @Test
    void leavesACourseOutAndTakesItInAgain() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address(QuarantinePage.PATH));
            page.locator("tr", row("Velkommen til Moodle")).locator("input").check();
            page.fill("#grunn", "Teller ikke som opplæring");
            page.locator("text=La de valgte være ute").click();

            assertThat(states()).contains("c IGNORED");
            take(kari("f", course("9", "Velkommen til Moodle", "")));
            assertThat(states()).contains("f IGNORED");
            looks(page, "karantene-utelatt");
            page.locator("text=Ta inn igjen").click();
            assertThat(states()).contains("c WAITING", "f WAITING");
        });
    }

    @Test
    void linksAPersonWhomOnlyACompletionToldOf() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address(QuarantinePage.PATH));
            page.fill("#nummer-0", KARI);
            page.locator("tr", row("4711")).locator("button").click();

            assertThat(page.locator("[role=status]").first().textContent()).contains("Kontoen er koblet");
            page.waitForCondition(() -> states().contains("d RECORDED forstehjelp"));
        });
    }

    @Test
    void hasHrDecideAboutWhatIsWithdrawn() throws Exception {
        take(kari("g", course("7", "Førstehjelp", "FH-01")), "a", "g");
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address(WithdrawnPage.PATH));
            assertThat(page.locator("article").textContent())
                    .contains("Kari Moen", "Førstehjelp for alle", "01.03.2026");
            looks(page, "trukket");

            page.locator("tbody input").first().check();
            page.fill("#grunn", "Kurset ble nullstilt");
            page.locator("text=Tilbakekall de valgte").click();
            assertThat(states()).contains("a RECORDED forstehjelp REVOKED", "g RECORDED forstehjelp OPEN");
            page.locator("tbody input").first().check();
            page.fill("#grunn", "Gjelder fortsatt");
            page.locator("text=Behold de valgte").click();
            assertThat(states()).contains("g RECORDED forstehjelp KEPT");
            assertThat(page.locator("article").textContent()).contains("Kurset ble nullstilt", "Gjelder fortsatt");
            looks(page, "trukket-avgjort");
        });
        List<String> revoked = inEmployer(() -> jdbc.sql("select external_id from result where revoked_at is not null")
                .query(String.class)
                .list());
        assertThat(revoked).containsExactly("a");
    }

    @Test
    void letsAStoppedReadingThrough() throws Exception {
        String[] many = IntStream.range(0, 60).mapToObj(i -> "x" + i).toArray(String[]::new);
        for (String id : many) {
            take(kari(id, course("7", "Førstehjelp", "FH-01")));
        }
        take(kari("h", course("7", "Førstehjelp", "FH-01")), many);
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address(QuarantinePage.PATH));
            looks(page, "karantene-stanset");
            page.locator("text=Det er riktig, slipp den gjennom").click();
        });
        assertThat(states()).doesNotContain("h ");
        take(kari("h", course("7", "Førstehjelp", "FH-01")), many);
        assertThat(states()).contains("h RECORDED");
    }

    @Test
    void makesAKeyForALearningToolAndShowsItOnce() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address("/administrasjon/xapi"));
            looks(page, "xapi-tom");
            page.fill("#navn", "Moodle i Fjordvik");
            page.fill("#adresse", "https://moodle.fjordvik.example/");
            page.locator("text=Lag nøkkel").click();
            String secret = page.locator("#hemmelighet").textContent();
            assertThat(secret).hasSize(43);
            looks(page, "xapi");

            page.navigate("http://localhost:" + port + "/administrasjon/xapi");
            assertThat(page.content()).contains("Moodle i Fjordvik").doesNotContain(secret);
            page.locator("button", button("Trekk tilbake")).click();
            assertThat(page.locator("tbody").textContent()).contains("Trukket tilbake");
        });
    }

    @Test
    void showsEmptyPagesInEveryLanguage() throws Exception {
        inEmployer(() -> jdbc.sql("update completion set state = 'IGNORED' where state = 'WAITING'")
                .update());
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address(QuarantinePage.PATH));
            assertThat(page.locator("article").textContent()).contains("Ingen fullføringer venter");
            for (String path :
                    List.of(QuarantinePage.PATH, MappingPage.PATH, WithdrawnPage.PATH, "/administrasjon/xapi")) {
                page.navigate("http://localhost:" + port + path);
                Accessibility.assertClean(page);
                assertThat(page.content()).doesNotContain("??");
            }
        });
    }

    @Test
    void countsOnThePlanningPageWithALinkForTheAdministrator() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(address("/planlegging"));
            assertThat(page.locator(".kb-quality a[href='" + QuarantinePage.PATH + "']")
                            .textContent())
                    .contains("fullføringer venter i karantene");
            picture(page, "datakvalitet");
        });
    }

    @Test
    void refusesWhoIsNeitherAdministratorNorHr() {
        launchWith(_ -> {});
        for (String path : List.of(QuarantinePage.PATH, MappingPage.PATH, WithdrawnPage.PATH, "/administrasjon/xapi")) {
            Browser.Answer answer = browser.get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
        }
    }

    private static Page.LocatorOptions row(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.LocatorOptions button(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void looks(Page page, String name) {
        Accessibility.assertClean(page);
        assertThat(page.content()).doesNotContain("??");
        picture(page, name);
        page.setViewportSize(360, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        page.setViewportSize(1200, 900);
    }

    private static void picture(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            Pictures.take(page, name + "-" + width);
        }
        page.setViewportSize(1200, 900);
    }
}
