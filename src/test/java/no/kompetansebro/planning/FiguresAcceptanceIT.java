package no.kompetansebro.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.MinimumCover;
import no.kompetansebro.coverage.MinimumCovers;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Practices of planning by figures; each test begins with the practice's number. Fjordvik has a kindergarten (BH), a fire brigade
 * (BR) and home care (HT).
 */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class FiguresAcceptanceIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));
    private static final int LAST_YEAR = TODAY.getYear() - 1;

    @Autowired
    Coverage coverage;

    @Autowired
    MinimumCovers covers;

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

    @BeforeEach
    void fjordvik() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("K", null);
        fjordvik.unit("BH", "K");
        fjordvik.unit("BR", "K");
        fjordvik.unit("HT", "K");
        new Catalogue()
                .course("sprak", ValidityPolicy.FOREVER)
                .course("kode160", new ValidityPolicy.Months(12))
                .course("instruktor", ValidityPolicy.FOREVER)
                .course("palliasjon", ValidityPolicy.FOREVER)
                .requirement("SPRAK", "sprak", Category.MANDATORY, new TargetGroup.InUnit(new UnitCode("BH")), 0)
                .requirement("KODE160", "kode160", Category.STATUTORY, new TargetGroup.InUnit(new UnitCode("BR")), 0)
                .requirement("PALL", "palliasjon", Category.MANDATORY, new TargetGroup.InUnit(new UnitCode("HT")), 0)
                .minimum("INSTR", "instruktor", "BR", 1)
                .of(fjordvik, beans);
        hr = fjordvik.employee("1");
        fjordvik.employment(hr, "K", TODAY.minusYears(3), null);
        fjordvik.grant(hr, "HR", null, TODAY.minusYears(1), null);
    }

    private EmployeeId employed(String number, String unit, int fte, LocalDate from) {
        EmployeeId id = fjordvik.employee(number);
        fjordvik.sql(
                "insert into employment (employer_id, employment_no, employee_id, unit_code, position_code,"
                        + " position_title, fte, valid_from) values (:e, ?, ?, ?, '7170', 'Sykepleier', ?, ?)",
                UUID.randomUUID().toString(),
                id.value(),
                unit,
                fte,
                from);
        return id;
    }

    private Figures figures(String unit, LocalDate on) {
        return fjordvik.in(
                () -> coverage.figures(Viewer.ofEverything(), Question.asOf(on).in(new UnitCode(unit))));
    }

    private String page(EmployeeId who, String path) throws UnsupportedEncodingException {
        MvcTestResult result = get(who, path);
        assertThat(result).as(path).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    private MvcTestResult get(EmployeeId who, String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(
                        UsernamePasswordAuthenticationToken.authenticated(fjordvik.visitor(who), null, List.of())))
                .exchange();
    }

    private static List<MatchResult> all(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().toList();
    }

    private static String link(MatchResult found) {
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void a22TheShareIsOfThoseEmployedAndGrowsWithNewHires() {
        for (int i = 0; i < 3; i++) {
            EmployeeId id = employed("20" + i, "BH", 100, TODAY.minusYears(2));
            if (i < 2) {
                fjordvik.result(id, "sprak", TODAY.minusYears(1));
            }
        }
        employed("204", "BH", 100, TODAY.plusDays(30));

        assertThat(figures("BH", TODAY))
                .extracting(Figures::covered, Figures::pairs)
                .containsExactly(2L, 3L);
        assertThat(figures("BH", TODAY.plusDays(30)))
                .extracting(Figures::covered, Figures::pairs)
                .containsExactly(2L, 4L);
    }

    @Test
    void a23ACertificateThatWasMissedFor14DaysGives14GapDaysThoughAllIsWellAtTheEndOfTheTertial() throws Exception {
        EmployeeId driver = employed("301", "BR", 100, LocalDate.of(LAST_YEAR - 5, 1, 1));
        fjordvik.result(driver, "kode160", LocalDate.of(LAST_YEAR - 1, 3, 3));
        fjordvik.result(driver, "kode160", LocalDate.of(LAST_YEAR, 3, 17));
        String end = LAST_YEAR + "-04-30";

        String figures = page(hr, "/planlegging/gapdager?enhet=BR&per=" + end);

        assertThat(figures).contains("kb-total__value\">14<").contains("Krav KODE160");
        assertThat(figures("BR", LocalDate.parse(end)).coverage()).hasValue(1);
        MatchResult people = all("href=\"(/planlegging/gapdager/ansatte[^\"]*krav=KODE160[^\"]*)\"", figures)
                .getFirst();
        assertThat(page(hr, link(people))).contains("Kari Nordmann", "14 gapdager", "/forklaring?");
        assertThat(looks("gapdager")).isEqualTo(1);
    }

    @Test
    void a24OneInstructorIsEnoughAndIsShownAsAllThatThereIs() throws Exception {
        EmployeeId instructor = fjordvik.employee("401");
        fjordvik.employment(instructor, "BR", TODAY.minusYears(5), TODAY.plusDays(120));
        fjordvik.result(instructor, "instruktor", TODAY.minusYears(2));
        employed("402", "BR", 100, TODAY.minusYears(1));
        EmployeeId elsewhere = employed("403", "HT", 100, TODAY.minusYears(1));
        fjordvik.result(elsewhere, "instruktor", TODAY.minusYears(1));

        MinimumCover cover = cover(TODAY);
        assertThat(cover.now().heads()).isEqualTo(1);
        assertThat(cover.falls()).contains(TODAY.plusDays(120));
        assertThat(page(hr, "/planlegging/minimum")).contains("Krav INSTR", "Bæres av én");
        assertThat(page(hr, "/planlegging/minimum/dekning?enhet=BR&krav=INSTR"))
                .containsSubsequence("Bærer dekningen (1)", "Kan læres opp (1)", "Trenger Kurs instruktor")
                .contains("Har kompetansen i andre enheter (1)", "HT");
        assertThat(looks("minimum")).isEqualTo(1);
    }

    @Test
    void a46FullTimeEquivalentsOfAProfessionStandPerUnitOnAnyDate() throws Exception {
        employed("501", "HT", 60, TODAY.minusYears(2));
        employed("502", "HT", 80, TODAY.minusYears(2));
        employed("503", "BH", 50, TODAY.minusYears(2));
        employed("504", "HT", 100, TODAY.plusDays(10));

        assertThat(page(hr, "/planlegging/arsverk?enhet=HT")).contains("Sykepleier", "kb-total__value\">1,4<");
        assertThat(page(hr, "/planlegging/arsverk?enhet=HT&per=" + TODAY.plusDays(10)))
                .contains("kb-total__value\">2,4<");
        assertThat(page(hr, "/planlegging/arsverk")).contains("kb-total__value\">2,9<");
    }

    @Test
    void a59WhatTwoPersonsOrLessThanOneFullPositionCarryIsFragile() throws Exception {
        for (int i = 0; i < 3; i++) {
            fjordvik.result(employed("60" + i, "HT", 30, TODAY.minusYears(2)), "palliasjon", TODAY.minusYears(1));
            fjordvik.result(employed("61" + i, "BR", 100, TODAY.minusYears(2)), "kode160", TODAY.minusMonths(3));
        }
        fjordvik.result(employed("620", "BH", 100, TODAY.minusYears(2)), "sprak", TODAY.minusYears(1));

        String page = page(hr, "/planlegging/minimum/sarbarhet");

        assertThat(page).contains("Krav PALL", "Krav SPRAK").doesNotContain("Krav KODE160");
        assertThat(all(">0,9<", page)).hasSize(1);
        assertThat(page(hr, "/planlegging/minimum/sarbarhet/hvem?krav=PALL&enhet=BH"))
                .contains("Her (0)", "I andre enheter (3)");
    }

    @Test
    void a63ThreeHalfPositionsAreThreeHeadsAndOneAndAHalf() throws Exception {
        for (int i = 0; i < 3; i++) {
            fjordvik.result(employed("70" + i, "BR", 50, TODAY.minusYears(2)), "instruktor", TODAY.minusYears(1));
        }

        assertThat(cover(TODAY).now())
                .extracting(MinimumCover.Step::heads, step -> step.fte().intValueExact())
                .containsExactly(3, 150);
        assertThat(page(hr, "/planlegging/minimum?enhet=BR")).contains(">3<", ">1,5<");
    }

    /** Each figure of the forecast leads to as many lines, each of them to why. */
    @Test
    void a65EveryNumberOfTheForecastLeadsToNamesAndToWhy() throws Exception {
        for (int i = 0; i < 5; i++) {
            EmployeeId driver = employed("80" + i, "BR", 100, TODAY.minusYears(4));
            fjordvik.result(driver, "kode160", TODAY.minusMonths(11 - i).minusDays(3));
        }
        employed("810", "BR", 100, TODAY.minusYears(4));
        String forecast = page(hr, "/planlegging/prognose?enhet=BR");

        List<MatchResult> numbers = all("href=\"(/planlegging/prognose/ansatte[^\"]*)\">([0-9]+)</a>", forecast);

        assertThat(numbers).hasSizeGreaterThanOrEqualTo(5);
        List<String> wrong = new ArrayList<>();
        for (MatchResult number : numbers) {
            String people = page(hr, link(number));
            if (all("data-explain", people).size() != Integer.parseInt(number.group(2))) {
                wrong.add(link(number) + ": " + number.group(2));
            }
            for (MatchResult why : all("href=\"(/forklaring[^\"]*)\"", people)) {
                assertThat(get(hr, link(why))).hasStatusOk();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a65WhoHasNoGrantGetsNoFigureAndNoName() {
        EmployeeId ola = employed("901", "BR", 100, TODAY.minusYears(1));
        for (String path : List.of(
                "/planlegging/prognose",
                "/planlegging/prognose/ansatte?krav=KODE160&fra=2026-01-01&til=2027-01-01",
                "/planlegging/minimum",
                "/planlegging/minimum/dekning?enhet=BR&krav=INSTR",
                "/planlegging/minimum/sarbarhet",
                "/planlegging/minimum/sarbarhet/hvem?krav=PALL",
                "/planlegging/arsverk",
                "/planlegging/arsverk/ansatte?stilling=7170",
                "/planlegging/gapdager",
                "/planlegging/gapdager/ansatte?krav=KODE160",
                "/planlegging/gap/varmekart",
                "/planlegging/gap/liste")) {
            assertThat(get(ola, path)).as(path).hasStatus(403);
            assertThat(get(hr, path)).as(path).hasStatusOk();
        }
        EmployeeId other = employed("902", "HT", 100, TODAY.minusYears(1));
        fjordvik.grant(other, "HR", "HT", TODAY.minusYears(1), null);
        assertThat(get(other, "/planlegging/prognose?enhet=BR")).hasStatus(404);
        assertThat(get(other, "/planlegging/prognose?enhet=HT")).hasStatusOk();
        assertThat(get(other, "/planlegging/minimum/dekning?enhet=BR&krav=INSTR"))
                .hasStatus(404);
    }

    private MinimumCover cover(LocalDate on) {
        return fjordvik.in(() -> covers.of(
                        Viewer.ofEverything(), new DateInterval(on, on.plusYears(2)), Optional.empty(), false))
                .getFirst();
    }

    private int looks(String page) {
        return fjordvik.in(() -> transactions.execute(_ -> jdbc.sql("select count(*) from access_look where page = ?")
                .param(page)
                .query(Integer.class)
                .single()));
    }
}
