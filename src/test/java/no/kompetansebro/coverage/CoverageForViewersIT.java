package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets to see what: every refusal beside what is allowed. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class CoverageForViewersIT {

    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final UnitCode HELSE = new UnitCode("helse");
    private static final UnitCode SKOLE = new UnitCode("skole");
    private static final RequirementCode ETHICS = new RequirementCode("ethics-for-all");

    @Autowired
    Coverage coverage;

    @Autowired
    Viewers viewers;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    LocalDate today;
    EmployeeId leader;
    EmployeeId kari;
    EmployeeId moved;
    EmployeeId teacher;

    /** Health has its leader, Kari below it, and until yesterday one who has moved to the school, where a teacher works. */
    @BeforeEach
    void twoUnits() {
        fjordvik = new Municipality(jdbc, transactions);
        today = fjordvik.in(calendar::today);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("hjemme", "helse");
        fjordvik.unit("skole", "kommune");
        new Catalogue()
                .course("ethics", ValidityPolicy.FOREVER)
                .requirement("ethics-for-all", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 0)
                .minimum("one-in-health", "ethics", "helse", 1)
                .minimum("one-in-school", "ethics", "skole", 1)
                .unitDuty("review", "ethics", ValidityPolicy.FOREVER, "helse", "skole")
                .of(fjordvik, beans);
        leader = fjordvik.employee("1");
        fjordvik.leader(leader, "helse", START, null);
        kari = fjordvik.employee("2");
        fjordvik.employment(kari, "hjemme", START, null);
        moved = fjordvik.employee("3");
        fjordvik.employment(moved, "helse", START, today);
        fjordvik.employment(moved, "skole", today, null);
        teacher = fjordvik.employee("4");
        fjordvik.employment(teacher, "skole", START, null);
    }

    @Test
    void letsAnEmployeeSeeOnlyOwnPairs() {
        assertThat(names(kari, now())).containsExactly("2");
        assertThat(figures(kari, now()).pairs()).isEqualTo(1);
        assertThat(names(kari, now().in(HELSE))).isEmpty();
        assertThat(figures(kari, now().in(HELSE))).isEqualTo(Figures.NONE);
        assertThat(names(kari, now().of(leader))).isEmpty();
        assertThat(summary(kari)).isEmpty();
    }

    @Test
    void letsALeaderSeeTheUnitAndNoOther() {
        assertThat(names(leader, now())).containsExactly("1", "2");
        assertThat(names(leader, now().in(HELSE))).containsExactly("1", "2");
        assertThat(figures(leader, now().in(HELSE)).pairs()).isEqualTo(2);
        assertThat(names(leader, now().in(SKOLE))).isEmpty();
        assertThat(figures(leader, now().in(SKOLE))).isEqualTo(Figures.NONE);
        assertThat(names(leader, now().of(teacher))).isEmpty();
        assertThat(summary(leader)).containsExactly("helse");
    }

    @Test
    void countsWhoHasLeftOnAPastDateButNamesThemOnlyToWhomTheyBelongNow() {
        Question before = Question.asOf(today.minusDays(1)).in(HELSE);
        EmployeeId hr = hr(null);
        EmployeeId hrOfSchool = hr("skole");

        assertThat(figures(leader, before).pairs()).isEqualTo(3);
        assertThat(names(leader, before)).containsExactly("1", "2");
        assertThat(names(hr, before)).containsExactly("1", "2", "3");
        assertThat(names(hrOfSchool, now())).contains("3", "4").doesNotContain("2");
        assertThat(names(hrOfSchool, before)).isEmpty();
    }

    @Test
    void namesWhoStartsLaterToTheLeaderOfThatUnit() {
        EmployeeId starting = fjordvik.employee("5");
        fjordvik.employment(starting, "hjemme", today.plusMonths(1), null);
        Question later = Question.asOf(today.plusMonths(2)).in(HELSE);

        assertThat(names(leader, later)).containsExactly("1", "2", "5");
        assertThat(names(leader, now().in(HELSE))).containsExactly("1", "2");
        assertThat(names(teacher, later)).isEmpty();
    }

    @Test
    void explainsAndDrawsOnlyWhatMayBeSeenByName() {
        assertThat(explanation(kari, kari)).isPresent();
        assertThat(explanation(leader, kari)).isPresent();
        assertThat(explanation(kari, leader)).isEmpty();
        assertThat(explanation(leader, teacher)).isEmpty();
        assertThat(explanation(hr(null), teacher)).isPresent();
        assertThat(explanation(hr("helse"), teacher)).isEmpty();
        assertThat(strip(leader, kari)).isNotEmpty();
        assertThat(strip(kari, leader)).isEmpty();
    }

    @Test
    void explainsNoPairThatOnlyAnotherUnitHas() {
        LocalDate before = today.minusDays(1);
        EmployeeId hrOfSchool = hr("skole");

        assertThat(explanation(hrOfSchool, moved, today)).isPresent();
        assertThat(explanation(hrOfSchool, moved, before)).isEmpty();
        assertThat(explanation(hr(null), moved, before)).isPresent();
        assertThat(explanation(moved, moved, before)).isPresent();
    }

    @Test
    void drawsAStripWithoutGapsWhereThePairIs() {
        fjordvik.result(kari, "ethics", today.minusDays(10));

        List<Standing> strip = fjordvik.in(
                () -> coverage.strips(viewer(kari), kari, new DateInterval(today.minusDays(20), today.plusDays(20)))
                        .get(ETHICS));

        assertThat(strip)
                .containsExactly(
                        new Standing(
                                new DateInterval(today.minusDays(20), today.minusDays(10)),
                                Status.OVERDUE,
                                Optional.empty()),
                        new Standing(
                                new DateInterval(today.minusDays(10), today.plusDays(20)),
                                Status.COVERED,
                                Optional.empty()));
    }

    @Test
    void tellsOfMinimumsAndDutiesOfTheUnitsThatMayBeSeen() {
        assertThat(minimums(leader)).containsExactly(HELSE);
        assertThat(minimums(hr(null))).containsExactly(HELSE, SKOLE);
        assertThat(minimums(kari)).isEmpty();
        assertThat(duties(leader)).containsExactly(HELSE);
        assertThat(duties(hr("skole"))).containsExactly(SKOLE);
        assertThat(duties(kari)).isEmpty();
    }

    @Test
    void countsGapDaysOfWhoMayBeSeen() {
        DateInterval week = new DateInterval(today.minusDays(7), today);

        assertThat(fjordvik.in(() -> coverage.gapDays(viewer(leader), week, now())))
                .extracting(GapDays::days)
                .containsExactly(7L, 7L);
        assertThat(fjordvik.in(() -> coverage.gapDays(viewer(kari), week, now())))
                .hasSize(1);
    }

    @Test
    void seesNothingOfAnotherEmployer() {
        Municipality sandvik = new Municipality(jdbc, transactions);
        List<Pair> pairs = new ArrayList<>();

        sandvik.in(() -> {
            coverage.pairs(Viewer.ofEverything(), now().of(kari), pairs::add);
            coverage.pairs(Viewer.ofEverything(), now(), pairs::add);
            return 0;
        });

        assertThat(pairs).isEmpty();
    }

    private EmployeeId hr(@org.jspecify.annotations.Nullable String unit) {
        EmployeeId hr = fjordvik.employee("hr " + unit);
        fjordvik.grant(hr, "HR", unit, START, null);
        return hr;
    }

    private Question now() {
        return Question.asOf(today);
    }

    private Viewer viewer(EmployeeId who) {
        return viewers.of(fjordvik.visitor(who));
    }

    private List<String> names(EmployeeId who, Question question) {
        List<String> names = new ArrayList<>();
        fjordvik.in(() -> {
            coverage.pairs(
                    viewer(who), question, pair -> names.add(pair.employee().value()));
            return 0;
        });
        return names;
    }

    private Figures figures(EmployeeId who, Question question) {
        return fjordvik.in(() -> coverage.figures(viewer(who), question));
    }

    private List<String> summary(EmployeeId who) {
        return fjordvik.in(() -> coverage.summary(viewer(who), now(), By.UNIT)).stream()
                .map(SummaryRow::key)
                .toList();
    }

    private Optional<?> explanation(EmployeeId who, EmployeeId person) {
        return explanation(who, person, today);
    }

    private Optional<?> explanation(EmployeeId who, EmployeeId person, LocalDate asOf) {
        return fjordvik.in(() -> coverage.explanation(viewer(who), person, ETHICS, asOf));
    }

    private java.util.Collection<?> strip(EmployeeId who, EmployeeId person) {
        return fjordvik.in(() -> coverage.strips(viewer(who), person, new DateInterval(today, today.plusDays(1)))
                .values());
    }

    private List<UnitCode> minimums(EmployeeId who) {
        return fjordvik.in(() -> coverage.minimums(viewer(who), today, Optional.empty())).stream()
                .map(MinimumStanding::unit)
                .toList();
    }

    private List<UnitCode> duties(EmployeeId who) {
        return fjordvik.in(() -> coverage.unitDuties(viewer(who), today, Optional.empty())).stream()
                .map(UnitDutyStanding::unit)
                .toList();
    }
}
