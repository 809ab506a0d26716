package no.kompetansebro.planning.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.recruitment.HoldingForecast.Point;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
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

/** Practices A57 and A58: ten nurses in health, all certified for some years to come, one of them about to leave. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class RecruitmentIT {

    private static final String PATH = RecruitmentPage.PATH;
    private static final Viewer ALL = Viewer.ofEverything();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Outlooks outlooks;

    @Autowired
    HoldingForecast holdings;

    @Autowired
    Coverage coverage;

    @Autowired
    NeedPlans plans;

    @Autowired
    EmployerCalendar calendar;

    Municipality fjordvik;
    LocalDate today;
    EmployeeId hr;
    EmployeeId hrOfHealth;
    EmployeeId nurse;

    @BeforeEach
    void tenNurses() {
        fjordvik = new Municipality(jdbc, transactions);
        today = fjordvik.in(calendar::today);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("skole", "kommune");
        new Catalogue()
                .course("cpr", new ValidityPolicy.Months(36))
                .requirement("cpr", "cpr", Category.STATUTORY, TargetGroup.EVERYONE, 0)
                .of(fjordvik, beans);
        for (int i = 0; i < 10; i++) {
            nurse = fjordvik.employee(String.valueOf(i));
            LocalDate until = i == 0 ? LocalDate.of(today.getYear() + 1, 6, 1) : null;
            fjordvik.employment(nurse, "helse", "7174", null, null, LocalDate.of(2010, 1, 1), until);
            fjordvik.sql(
                    "update employee set birth_year = ? where employee_id = ?",
                    i < 3 ? today.getYear() - 63 : 1995,
                    nurse.value());
            fjordvik.result(nurse, "cpr", today.minusDays(i));
        }
        hr = fjordvik.employee("hr");
        fjordvik.employment(hr, "kommune", LocalDate.of(2010, 1, 1), null);
        fjordvik.grant(hr, "HR", null, LocalDate.of(2010, 1, 1), null);
        hrOfHealth = fjordvik.employee("hr2");
        fjordvik.employment(hrOfHealth, "skole", LocalDate.of(2010, 1, 1), null);
        fjordvik.grant(hrOfHealth, "HR", "helse", LocalDate.of(2010, 1, 1), null);
    }

    @Test
    void a58WithNoTurnoverAndNoRetirementTheForecastIsTheProjectionOfExpiries() {
        keepAge("", 0);
        List<Point> points = forecast();

        assertThat(points)
                .hasSize(6)
                .allSatisfy(point -> assertThat(point.expected()).isEqualTo(point.recorded()));
        assertThat(points)
                .extracting(Point::recorded)
                .isEqualTo(points.stream()
                        .map(point -> fjordvik.in(() -> coverage.figures(ALL, question(point.date())))
                                .covered())
                        .toList());
        assertThat(points.getFirst().recorded()).isEqualTo(10);
        assertThat(points.get(1).recorded()).isEqualTo(9);
        assertThat(points.get(3).recorded()).isZero();
    }

    @Test
    void a58WithRetirementAndTurnoverFewerAreCovered() {
        keepAge("65", 0);
        assertThat(save(hr, "helse", 0, "7174", "10", "", "", "", "", "", "")).hasRedirectedUrl(saved("helse"));
        List<Point> points = forecast();

        assertThat(points.get(1).recorded()).isEqualTo(9);
        assertThat(points.get(1).expected()).isLessThan(9).isGreaterThan(7.5);
        assertThat(points.get(2).expected())
                .as("two of the nine retire in the year of 65")
                .isLessThan(points.get(2).recorded() * 7.0 / 9);
    }

    @Test
    void a57TheTableIsEditedAndComparedWithWhoLeaves() {
        keepAge("65", 0);
        assertThat(save(hr, "helse", 0, "7174", "8,5", "", "4", "", "3", "", "12"))
                .hasRedirectedUrl(saved("helse"));
        String page = body(hr, PATH + "?enhet=helse");

        assertThat(page)
                .contains(
                        "value=\"4\"",
                        "value=\"3\"",
                        "value=\"12\"",
                        "value=\"8,5\"",
                        "kjent 1",
                        "pensjon 2",
                        "turnover ")
                .doesNotContain("Nordmann");
        assertThat(body(hr, PATH)).contains("Behov i enhetene under");
        assertThat(body(hr, PATH + ".csv?enhet=helse"))
                .contains("7174;7174;Behov;0;4;0;3;0;12;19\r\n", "7174;7174;Kjent avgang;0;1;0;0;0;0;1\r\n")
                .contains("7174;7174;Pensjon;0;0;2;0;0;0;2\r\n");
        assertThat(get(hr, PATH + ".xlsx")).hasStatusOk();
    }

    @Test
    void a57WhoHasNotSeenTheLatestVersionOverwritesNothing() {
        save(hr, "helse", 0, "7174", "", "1", "", "", "", "", "");
        assertThat(save(hrOfHealth, "helse", 0, "7174", "", "2", "", "", "", "", ""))
                .hasRedirectedUrl(PATH + "?enhet=helse&utfall=endret");
        assertThat(need("helse")).isEqualTo(1);

        assertThat(save(hrOfHealth, "helse", 1, "7174", "", "3", "", "", "", "", ""))
                .hasRedirectedUrl(saved("helse"));
        assertThat(need("helse")).isEqualTo(3);
        assertThat(save(hr, "helse", 1, "7174", "", "4", "", "", "", "", ""))
                .hasRedirectedUrl(PATH + "?enhet=helse&utfall=endret");
        assertThat(save(hr, "helse", 2, "7174", "x", "4", "", "", "", "", ""))
                .hasRedirectedUrl(PATH + "?enhet=helse&utfall=ugyldig");
        assertThat(need("helse")).isEqualTo(3);
        assertThat(body(hr, PATH + "?enhet=helse&utfall=endret")).contains("Noen andre har lagret noe her");
    }

    @Test
    void turnoverIsTakenFromAboveWhereAUnitSaysNone() {
        save(hr, "", 0, "7174", "12", "", "", "", "", "", "");
        assertThat(body(hr, PATH + "?enhet=helse")).contains("Regnet med 12 %");

        save(hr, "helse", 0, "7174", "5", "", "", "", "", "", "");
        assertThat(body(hr, PATH + "?enhet=helse")).contains("value=\"5\"").doesNotContain("Regnet med 12 %");
    }

    @Test
    void eachPlansForTheirOwnArea() {
        assertThat(get(hr, PATH)).hasStatusOk();
        assertThat(get(hrOfHealth, PATH + "?enhet=helse")).hasStatusOk();
        assertThat(get(hrOfHealth, PATH)).hasStatusOk();
        assertThat(get(hrOfHealth, PATH + "?enhet=skole")).hasStatus(404);
        assertThat(get(hrOfHealth, PATH + ".csv?enhet=skole")).hasStatus(404);
        assertThat(save(hrOfHealth, "skole", 0, "7174", "", "1", "", "", "", "", ""))
                .hasStatus(404);
        assertThat(get(hr, PATH + "?enhet=finnes-ikke")).hasStatus(404);
        assertThat(get(nurse, PATH)).hasStatus(403);
        assertThat(save(nurse, "helse", 0, "7174", "", "1", "", "", "", "", "")).hasStatus(403);
        assertThat(postAge(hrOfHealth, "60", 0)).hasStatus(403);
        assertThat(postAge(hr, "60", 0)).hasRedirectedUrl(PATH + "?utfall=lagret");
        assertThat(postAge(hr, "61", 0)).hasRedirectedUrl(PATH + "?utfall=endret");
        assertThat(postAge(hr, "99", 1)).hasRedirectedUrl(PATH + "?utfall=ugyldig");
    }

    private List<Point> forecast() {
        return fjordvik.in(() -> holdings.of(
                ALL,
                question(today),
                outlooks.of(ALL, Optional.of(new UnitCode("helse")), today).departures()));
    }

    private static Question question(LocalDate date) {
        return Question.asOf(date).headline().in(new UnitCode("helse"));
    }

    private int need(String unit) {
        return fjordvik.in(() -> plans.of(Optional.of(new UnitCode(unit)))).need("7174", today.getYear());
    }

    private static String saved(String unit) {
        return PATH + "?enhet=" + unit + "&utfall=lagret";
    }

    private void keepAge(String age, int version) {
        assertThat(postAge(hr, age, version)).hasRedirectedUrl(PATH + "?utfall=lagret");
    }

    private MvcTestResult postAge(EmployeeId who, String age, int version) {
        return mvc.post()
                .uri(PATH + "/pensjonsalder")
                .param("alder", age)
                .param("versjon", String.valueOf(version))
                .with(csrf())
                .with(authentication(as(who)))
                .exchange();
    }

    private MvcTestResult save(
            EmployeeId who, String unit, int version, String position, String turnover, String... needs) {
        return mvc.post()
                .uri(PATH)
                .param("enhet", unit)
                .param("versjon", String.valueOf(version))
                .param("stilling", position)
                .param("turnover", turnover)
                .param("ellers", "")
                .param("behov", needs)
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
}
