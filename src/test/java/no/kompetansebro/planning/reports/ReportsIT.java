package no.kompetansebro.planning.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.tables.OpenedWorkbook;
import no.kompetansebro.tables.OpenedWorkbook.Held;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Practices A51, A64 and A65: a municipality of 32, three of them in the fire brigade, one outside every section. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class ReportsIT {

    private static final String PATH = "/planlegging/rapporter";
    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    EmployeeId hr;
    EmployeeId hrOfHealth;
    final List<EmployeeId> health = new ArrayList<>();

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("skole", "kommune");
        fjordvik.unit("brann", "kommune");
        new Catalogue()
                .course("ethics", ValidityPolicy.FOREVER)
                .course("first-aid", ValidityPolicy.FOREVER)
                .course("fire", new ValidityPolicy.Months(24))
                .requirement("ethics", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 0)
                .requirement("first-aid", "first-aid", Category.STATUTORY, TargetGroup.EVERYONE, 0)
                .requirement("fire", "fire", Category.STATUTORY, new TargetGroup.InUnit(new UnitCode("brann")), 0)
                .minimum("one-in-school", "first-aid", "skole", 1)
                .unitDuty("review", "ethics", ValidityPolicy.FOREVER, "helse", "skole")
                .of(fjordvik, beans);
        people();
    }

    /** To be covered on 30 April: 32 ethics, 32 first aid, 3 fire; covered: 18, 21, 3. */
    private void people() {
        health.clear();
        for (int i = 0; i < 32; i++) {
            EmployeeId person = fjordvik.employee(String.valueOf(7000 + i));
            fjordvik.employment(
                    person, i < 20 ? "helse" : i < 28 ? "skole" : i < 31 ? "brann" : "kommune", START, null);
            if (i < 12 || (i >= 20 && i < 25) || i == 28) {
                fjordvik.result(person, "ethics", FEBRUARY);
            }
            if (i < 18 || (i >= 28 && i < 31)) {
                fjordvik.result(person, "first-aid", FEBRUARY);
            }
            if (i == 28) {
                fjordvik.result(person, "fire", LocalDate.of(2024, 3, 3));
                fjordvik.result(person, "fire", LocalDate.of(2026, 3, 17));
            } else if (i > 28 && i < 31) {
                fjordvik.result(person, "fire", LocalDate.of(2026, 1, 1));
            }
            if (i < 20) {
                health.add(person);
            } else if (i == 31) {
                hr = person;
            }
        }
        hrOfHealth = health.getFirst();
        fjordvik.grant(hr, "HR", null, START, null);
        fjordvik.grant(hrOfHealth, "HR", "helse", START, null);
        fjordvik.sql(
                "insert into unit_result (employer_id, source, external_id, unit_code, item, achieved_on, recorded_at)"
                        + " values (:e, 'test', ?, 'helse', 'ethics', ?, now())",
                UUID.randomUUID().toString(),
                FEBRUARY);
    }

    @Test
    void a51AFrozenReportSaysTheSameWhateverIsRecordedLater() {
        String report = make(hr, "T2026-1", "");
        String before = body(hr, report);

        assertThat(before).contains("Tall per 30.04.2026", "62,6", "Hva ordene betyr", "Fullt dekket");
        assertThat(cells(before, "headline").getFirst()).startsWith("30.04.2026", "32", "67", "42");
        assertThat(body(hr, report + "/igjen")).contains("Alle tall er de samme");

        fjordvik.result(health.getLast(), "ethics", LocalDate.of(2026, 4, 10));
        fjordvik.result(health.getLast(), "first-aid", LocalDate.of(2026, 5, 1));

        assertThat(body(hr, report)).isEqualTo(before);
        assertThat(body(hr, report + "/igjen"))
                .contains("tall er andre nå", "Krav ethics", "/planlegging/endringer?")
                .doesNotContain("Krav first-aid");
        assertThat(cells(body(hr, report + "/igjen"), "<table"))
                .contains(List.of("Etter krav", "Krav ethics", "Dekket", "18", "19"));
        assertThat(body(hr, make(hr, "T2026-1", ""))).contains("43");
    }

    @Test
    void a51ReportsAreNumberedByEmployerAndYearWithoutGaps() {
        String first = make(hr, "M2026-3", "");
        String second = make(hr, "Y2025", "helse");

        assertThat(first).matches(PATH + "/\\d{4}-1");
        assertThat(second).matches(PATH + "/\\d{4}-2");
        assertThat(body(hr, PATH)).contains("mars 2026", "Året 2025");
        assertThat(make(hrOfHealth, "T2026-1", "helse")).endsWith("-3");
    }

    @Test
    void a51TheReportTellsGapDaysThoughAllIsWellAtItsEnd() {
        String page = body(hr, make(hr, "T2026-1", ""));

        assertThat(cells(page, "gapDays")).contains(List.of("Krav fire", "14", "1"));
        assertThat(cells(page, "requirements"))
                .anySatisfy(row -> assertThat(row).startsWith("Krav fire", "3", "3", "3", "100 %"));
        assertThat(cells(page, "minimums"))
                .containsExactly(List.of("Krav one-in-school", "skole", "1", "0", "Ikke oppfylt", "–"));
        assertThat(cells(page, "duties")).containsExactly(List.of("Krav review", "2", "1", "50,0 %", "skole"));
    }

    @Test
    void a64ThePoliticalReportHasNoPersonalDataAndNothingThatLeadsToIt() {
        String report = make(hr, "T2026-1", "");
        String page = body(hr, report + "/politisk");
        String main = page.substring(page.indexOf("<article"), page.indexOf("</article>"));

        assertThat(body(hr, report)).contains("Nordmann", "href=\"/planlegging/gap?", "href=\"/min-enhet?");
        assertThat(main)
                .doesNotContain("Nordmann", "Kari", "/min-enhet", "/forklaring", "/planlegging/gap", "7028")
                .contains("Uten personopplysninger");
        for (String format : List.of("csv", "xlsx")) {
            assertThat(get(hr, report + "/politisk." + format)).hasStatusOk();
        }
        assertThat(body(hr, report + "/politisk.csv")).doesNotContain("Nordmann", "Kari", "7028");
    }

    @Test
    void a64SmallGroupsAreHiddenAndCannotBeComputed() {
        String page = body(hr, make(hr, "T2026-1", "") + "/politisk");

        assertThat(cells(page, "headline").getFirst()).containsExactly("30.04.2026", "32", "67", "42", "62,6 %");
        assertThat(cells(page, "units"))
                .containsExactly(
                        List.of("brann", "skjult", "skjult", "skjult", "skjult"),
                        List.of("helse", "20", "40", "30", "75,0 %"),
                        List.of("skole", "skjult", "skjult", "skjult", "skjult"));
        assertThat(cells(page, "requirements"))
                .containsExactlyInAnyOrder(
                        List.of("Krav ethics", "32", "32", "18", "56,2 %"),
                        List.of("Krav fire", "skjult", "skjult", "skjult", "skjult"),
                        List.of("Krav first-aid", "skjult", "skjult", "skjult", "skjult"));
        assertThat(cells(page, "categories"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContain("skjult"));
        assertThat(cells(page, "gapDays")).contains(List.of("Krav fire", "skjult", "skjult"));
        assertThat(cells(page, "minimums")).containsExactly(List.of("Krav one-in-school", "1", "0", "0 %"));
        assertThat(cells(page, "duties")).containsExactly(List.of("Krav review", "2", "1", "50,0 %"));
    }

    @Test
    void a65TheFilesSumToWhatTheScreenShows() throws Exception {
        String report = make(hr, "T2026-1", "");
        List<List<String>> shown = cells(body(hr, report), "requirements");
        OpenedWorkbook file =
                OpenedWorkbook.of(get(hr, report + ".xlsx").getResponse().getContentAsByteArray());
        BigDecimal toCover = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        for (int row = 2; row < 60; row++) {
            Map<String, Held> held = file.row(1, row);
            if (held.containsKey("A") && held.get("A").text().equals("Etter krav")) {
                toCover = toCover.add(held.get("D").number().orElseThrow());
                covered = covered.add(held.get("E").number().orElseThrow());
            }
        }

        assertThat(file.row(1, 1).get("D").text()).isEqualTo("Skal dekkes");
        assertThat(toCover).isEqualByComparingTo(sum(shown, 2)).isEqualByComparingTo("67");
        assertThat(covered).isEqualByComparingTo(sum(shown, 3)).isEqualByComparingTo("42");
        String csv = new String(get(hr, report + ".csv").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffDel;Rad;Ansatte;Skal dekkes;Dekket;Dekning;")
                .contains("\r\nEtter krav;Krav ethics;32;32;18;56,2%;", "\r\nPer dato;2026-04-30\r\n");
    }

    @Test
    void a65EachFigureLeadsToTheNamesAndTheirExplanation() {
        String page = body(hr, make(hr, "T2026-1", ""));

        assertThat(page).contains("href=\"/min-enhet?enhet=brann&amp;per=2026-04-30\"");
        assertThat(body(hr, "/min-enhet?enhet=brann&per=2026-04-30")).contains("Nordmann", "/forklaring?");
    }

    @ParameterizedTest
    @CsvSource({"T2030-1, 400", "T2026-4, 400", "x, 400"})
    void onlyAPeriodThatIsOverIsReportedOn(String period, int status) {
        assertThat(post(hr, period, "")).hasStatus(status);
    }

    @Test
    void hrOfAnAreaReportsOnItAndSeesNoOther() {
        String ofAll = make(hr, "T2026-1", "");
        String ofHealth = make(hrOfHealth, "T2026-1", "helse");

        assertThat(post(hrOfHealth, "T2026-1", "")).hasStatus(403);
        assertThat(post(hrOfHealth, "T2026-1", "skole")).hasStatus(403);
        assertThat(post(hr, "T2026-1", "finnes-ikke")).hasStatus(404);
        assertThat(get(hrOfHealth, ofHealth)).hasStatusOk();
        for (String ending : List.of("", "/politisk", "/igjen", ".csv", "/politisk.xlsx")) {
            assertThat(get(hrOfHealth, ofAll + ending)).hasStatus(404);
        }
        assertThat(get(hr, PATH + "/2026-99")).hasStatus(404);
        assertThat(get(health.get(5), PATH)).hasStatus(403);
        assertThat(get(health.get(5), ofHealth)).hasStatus(403);
        assertThat(post(health.get(5), "T2026-1", "helse")).hasStatus(403);
        assertThat(cells(body(hr, ofHealth), "headline").getFirst()).startsWith("30.04.2026", "20", "40", "30");
    }

    private String make(EmployeeId who, String period, String unit) {
        MvcTestResult answer = post(who, period, unit);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult post(EmployeeId who, String period, String unit) {
        return mvc.post()
                .uri(PATH)
                .param("periode", period)
                .param("enhet", unit)
                .with(csrf())
                .with(authentication(as(who)))
                .exchange();
    }

    private MvcTestResult get(EmployeeId who, String path) {
        return mvc.get().uri(path).with(csrf()).with(authentication(as(who))).exchange();
    }

    private String body(EmployeeId who, String path) {
        MvcTestResult answer = get(who, path);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private UsernamePasswordAuthenticationToken as(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(fjordvik.visitor(who), null, List.of());
    }

    /** The texts of the rows of a part of the page, or of the first table after the text. */
    private static List<List<String>> cells(String page, String part) {
        int start = page.indexOf(
                part.startsWith("<")
                        ? part
                        : "<section class=\"kb-section kb-report__part\" aria-labelledby=\"del-" + part);
        assertThat(start).as(part).isPositive();
        String table = page.substring(page.indexOf("<tbody>", start), page.indexOf("</tbody>", start));
        return ROW.matcher(table)
                .results()
                .map(row -> CELL.matcher(row.group(1))
                        .results()
                        .map(ReportsIT::text)
                        .toList())
                .toList();
    }

    private static String text(MatchResult cell) {
        return cell.group(1).replaceAll("<[^>]*>", "").replace('\u00a0', ' ').strip();
    }

    private static BigDecimal sum(List<List<String>> rows, int column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
