package no.kompetansebro.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** HR and leaders have people enrolled, in a real browser; the scheduler does it. */
class EnrollingPagesIT extends MoodleScenario {

    private static final String PATH = "/opplaering/pamelding";

    @Autowired
    Competences competences;

    @Autowired
    AwardRules rules;

    @Autowired
    Requirements requirements;

    private ConnectionId connection;
    private UUID hr;
    private UUID leader;

    @BeforeEach
    void aRequirementThatACourseCovers() {
        CompetenceCode firstAid = new CompetenceCode("forstehjelp");
        inEmployer(() -> {
            jdbc.sql("insert into unit (employer_id, unit_code, name) values (current_employer(), 'SK', 'Skole')")
                    .update();
            competences.replaceAll(List.of(new Competence(
                    firstAid,
                    LocalizedName.of("Førstehjelp"),
                    Competence.Kind.SKILL,
                    Set.of(),
                    Optional.empty(),
                    ValidityPolicy.FOREVER)));
            rules.replaceAll(List.of(new AwardRule(
                    "regel",
                    firstAid,
                    Optional.empty(),
                    new Criterion.Achieved(new ItemCode("kurs-1"), Optional.empty(), ValidityPolicy.FOREVER))));
            requirements.replaceAll(List.of(new Requirement(
                    new RequirementCode("K-FH"),
                    LocalizedName.of("Førstehjelp for alle"),
                    Requirement.Category.MANDATORY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    90,
                    new Requirement.OfPeople(firstAid, Optional.empty(), TargetGroup.EVERYONE, Optional.empty(), 0))));
            return true;
        });
        hr = employ("1", "Hanne", "Rud");
        leader = employ("2", "Lars", "Skoleleder");
        inEmployer(() -> jdbc.sql("""
                insert into access_grant (employer_id, grant_id, employee_id, kind, valid_from, granted_by, granted_at)
                values (current_employer(), uuidv7(), :hr, 'HR', date '2020-01-01', 'test', now())
                """).param("hr", hr).update()
                + jdbc.sql("""
                insert into employment (employer_id, employee_id, employment_no, unit_code, position_code, leads_unit, valid_from)
                values (current_employer(), :leader, '2', 'SK', '7451', 'SK', '2020-01-01')
                """).param("leader", leader).update());
        moodle.users.remove(104L);
        moodle.enrol(105, 11, Optional.empty());
        moodle.suspended.add(106L);
        connection = connect();
        read(connection);
    }

    private String as(UUID who, String path) {
        return "http://localhost:" + port + "/test/sign-in?employer=" + employer + "&employee=" + who + "&til=" + path;
    }

    @Test
    void enrolsAllWhoLackARequirementAndTellsOfEach() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Browsers.hurry(context);
            Page page = context.newPage();
            page.navigate(as(hr, "/planlegging/gap?enhet=HT%26krav=K-FH"));
            looks(page, "gap-pamelding");
            page.locator("text=Meld på i læringsplattformen").click();
            assertThat(page.locator("form input[name=ansatt]").count()).isEqualTo(12);
            looks(page, "pamelding-velg");

            page.locator("text=Vis hva som vil skje").click();
            assertThat(page.locator("article").textContent())
                    .contains("Course & K1", "Blir påmeldt: 10", "Er alt påmeldt: 1", "Har ingen konto å melde på: 1");
            assertThat(page.locator("tr", row("Kari7014")).textContent()).contains("Ingen konto");
            looks(page, "pamelding-forhandsvisning");

            page.fill("#grunn", "Kravet gjelder fra nyttår");
            page.locator("button:has-text('Meld på')").click();
            page.locator("text=Påmeldt: 9").waitFor();
            assertThat(page.locator("tr", row("Kari7014")).textContent()).contains("Gikk ikke", "Ingen konto");
            assertThat(page.locator("tr", row("Kari7015")).textContent()).contains("Var alt påmeldt");
            assertThat(page.locator("tr", row("Kari7016")).textContent()).contains("Kontoen er sperret");
            assertThat(page.locator("#framdrift").count()).isZero();
            assertThat(moodle.enrolments).hasSize(10);
            looks(page, "pamelding");

            moodle.suspended.clear();
            page.locator("tr", row("Kari7016")).locator("button").click();
            page.locator("text=Påmeldt: 10").waitFor();
            page.locator(".kb-back a").click();
            assertThat(page.locator("article").textContent())
                    .contains("12 av 12 er gjort", "Kravet gjelder fra nyttår");
            looks(page, "pameldinger");
            page.navigate("http://localhost:" + port + "/planlegging");
            assertThat(page.locator(".kb-quality a[href='" + PATH + "']").textContent())
                    .contains("påmelding i læringsplattformen gikk ikke");
        });
    }

    @Test
    void letsALeaderEnrolOnlyTheirOwn() throws Exception {
        UUID own = employ("3", "Anne", "Lærer");
        inEmployer(() -> jdbc.sql("""
                insert into employment (employer_id, employee_id, employment_no, unit_code, position_code, valid_from)
                values (current_employer(), :id, '3', 'SK', '7451', '2020-01-01')
                """).param("id", own).update());
        moodle.person(200, "3");
        UUID other = inEmployer(() -> jdbc.sql("select employee_id from employee where employee_no = '7010'")
                .query(UUID.class)
                .single());
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(as(leader, PATH + "/velg?krav=K-FH%26enhet=SK"));
            assertThat(page.locator("fieldset").last().textContent())
                    .contains("Anne Lærer")
                    .doesNotContain("Kari");
            page.locator("input[name=ansatt]").first().evaluate("(box, id) => box.value = id", other.toString());
            assertThat(submitted(page, "text=Vis hva som vil skje")).isEqualTo(403);

            page.navigate(as(leader, PATH + "/velg?krav=K-FH%26enhet=SK"));
            assertThat(submitted(page, "text=Vis hva som vil skje")).isEqualTo(200);
            page.locator("input[name=ansatt]").first().evaluate("(box, id) => box.value = id", other.toString());
            assertThat(submitted(page, "button:has-text('Meld på')")).isEqualTo(403);
            assertThat(moodle.enrolments).as("and nobody was enrolled").hasSize(1);

            assertThat(page.navigate(as(leader, PATH + "/velg?krav=K-FH%26enhet=HT"))
                            .status())
                    .isEqualTo(404);
            assertThat(page.navigate(as(other, PATH)).status()).isEqualTo(403);
            assertThat(page.navigate(as(other, PATH + "/velg?krav=K-FH")).status())
                    .isEqualTo(403);
        });
    }

    @Test
    void enrolsFromAnAssignmentWhomTheViewerSeesAndWhoHasNotFinished() throws Exception {
        UUID anne = employ("3", "Anne", "Lærer");
        inEmployer(() -> jdbc.sql("""
                insert into employment (employer_id, employee_id, employment_no, unit_code, position_code, valid_from)
                values (current_employer(), :id, '3', 'SK', '7451', '2020-01-01')
                """).param("id", anne).update());
        moodle.person(200, "3");
        item("kurs-9", "UTEN-KURS");
        inEmployer(() -> jdbc.sql("update item set kind = 'PRACTICE' where code = 'kurs-9'")
                        .update()
                + jdbc.sql("update item set arena = 'EXTERNAL' where code = 'kurs-3'")
                        .update()
                + jdbc.sql("""
                        insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)
                        values (current_employer(), 'test', '1', :id, 'kurs-3', current_date - 3, now())
                        """).param("id", anne).update());
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(as(leader, "/min-enhet?enhet=SK"));
            looks(page, "min-enhet-deling");
            page.locator("section[aria-labelledby=del-videre] a").last().click();
            assertThat(page.locator("main").textContent()).contains("Anne Lærer");
            looks(page, "hvem-kan");
            page.navigate(as(leader, "/min-enhet?enhet=SK"));
            assertThat(page.locator(".kb-gaps a:has-text('Meld på')").getAttribute("href"))
                    .startsWith(PATH + "/velg?");
            assertThat(page.locator("nav a[href^='" + PATH + "']").count()).isZero();

            assign(page, leader, "modul=kurs-1%26til=enhet%26enhet=SK");
            assertThat(section(page)).contains("2 ansatte som ikke er ferdige");
            looks(page, "tildeling-pamelding");
            page.locator("section[aria-labelledby=pamelding] button").click();
            assertThat(page.locator("article").textContent())
                    .contains("Blir påmeldt: 1", "Har ingen konto å melde på: 1");
            assertThat(page.inputValue("#grunn")).startsWith("Tildelt: ");
            page.locator("button:has-text('Meld på')").click();
            page.locator("text=Påmeldt: 1").waitFor();
            assertThat(moodle.enrolments).hasSize(2);
            assertThat(page.locator("nav a[href^='" + PATH + "']").count()).isEqualTo(1);
            page.navigate(as(leader, "/opplaering/tildelt"));
            page.locator(".kb-assigned a").first().click();
            assertThat(section(page)).contains("1 ansatt som ikke er ferdig", "1 påmelding er alt bestilt");

            assign(page, hr, "modul=kurs-2%26til=gruppe%26nyansatt=1200");
            assertThat(page.locator("input[name=ansatt]").count()).isEqualTo(14);
            String ofEverybody =
                    page.url().substring(page.url().indexOf("/opplaering")).replaceFirst("\\?.*", "");
            page.navigate(as(leader, ofEverybody));
            assertThat(page.locator("input[name=ansatt]").count())
                    .as("her own only")
                    .isEqualTo(2);

            assign(page, leader, "modul=kurs-9%26til=enhet%26enhet=SK");
            assertThat(section(page)).contains("Ingenting av dette har et kurs");
        });
    }

    private static String section(Page page) {
        return page.locator("section[aria-labelledby=pamelding]").textContent();
    }

    private void assign(Page page, UUID who, String filled) {
        page.navigate(as(who, "/opplaering/tildel?" + filled));
        page.fill(
                "#frist",
                LocalDate.parse(page.getAttribute("#frist", "min")).plusDays(30).toString());
        page.locator("button:has-text('Se over')").click();
        page.locator("button:has-text('Bekreft og tildel')").click();
    }

    private static int submitted(Page page, String button) {
        return page.waitForResponse(
                        response -> response.request().isNavigationRequest() && response.status() != 302,
                        () -> page.locator(button).click())
                .status();
    }

    @Test
    void setsTheCohortOfACourse() throws Exception {
        inEmployer(() -> jdbc.sql("""
                insert into access_grant (employer_id, grant_id, employee_id, kind, valid_from, granted_by, granted_at)
                values (current_employer(), uuidv7(), :hr, 'ADMINISTRATOR', date '2020-01-01', 'test', now())
                """).param("hr", hr).update());
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(as(hr, "/administrasjon/moodle/" + connection + "/kurs"));
            page.selectOption("#kurset", "12");
            page.fill("#kohort", "NYE");
            page.locator("text=Lagre kohorten").click();
            assertThat(page.locator("tr", row("K2")).textContent()).contains("NYE");
            page.fill("#rolle", "9");
            page.locator("text=Lagre rollen").click();
            assertThat(page.inputValue("#rolle")).isEqualTo("9");
            looks(page, "moodle-kurs-pamelding");
        });
    }

    private static Page.LocatorOptions row(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void looks(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            Pictures.take(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling at " + width)
                    .isLessThanOrEqualTo(width);
        }
        page.setViewportSize(1200, 900);
        Accessibility.assertClean(page);
        assertThat(page.content()).doesNotContain("??");
    }
}
