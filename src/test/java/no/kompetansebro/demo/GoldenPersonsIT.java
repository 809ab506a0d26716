package no.kompetansebro.demo;

import static no.kompetansebro.coverage.Status.COVERED;
import static no.kompetansebro.coverage.Status.DUE;
import static no.kompetansebro.coverage.Status.EXEMPT;
import static no.kompetansebro.coverage.Status.EXPIRED;
import static no.kompetansebro.coverage.Status.EXPIRING;
import static no.kompetansebro.coverage.Status.OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.GapDays;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The golden persons of docs/demo.md, from the imported municipality. D is the day on which it was entered. */
@DemoTest
class GoldenPersonsIT {

    private static final Viewer EVERYTHING = Viewer.ofEverything();

    @Autowired
    Employers employers;

    @Autowired
    Employees employees;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    Coverage coverage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate d;

    @BeforeEach
    void today() {
        d = inFjellmo(calendar::today);
    }

    @Test
    void g01ExpiresSoonAndCountsInBothUnitsButOnceInAll() {
        assertThat(status("1001", "k-006")).contains(EXPIRING);
        assertThat(heldUntil("1001", "k-006"))
                .isEqualTo(d.plusDays(45).minusMonths(24).plusMonths(24));
        assertThat(pairs(question("1001", "k-006", d).in(new UnitCode("303")))).hasSize(1);
        assertThat(pairs(question("1001", "k-006", d).in(new UnitCode("304")))).hasSize(1);
        assertThat(pairs(question("1001", "k-006", d))).hasSize(1);
    }

    @Test
    void g02HasExpired() {
        assertThat(status("1002", "k-006")).contains(EXPIRED);
        assertThat(status("1002", "k-006", d.minusDays(11))).contains(EXPIRING);
    }

    @Test
    void g03IsNotSubjectOnLeaveAndHasTheAllowanceOnReturn() {
        assertThat(status("1003", "k-005")).isEmpty();
        assertThat(status("1003", "k-005", d.plusDays(90))).contains(DUE);
        assertThat(pair("1003", "k-005", d.plusDays(90)).orElseThrow().deadline())
                .isEqualTo(d.plusDays(120));
        assertThat(status("1003", "k-005", d.plusDays(120))).contains(EXPIRED);
    }

    @Test
    void g04IsDueAfterTwentyDays() {
        assertThat(status("1004", "k-001")).contains(DUE);
        assertThat(pair("1004", "k-001", d).orElseThrow().deadline()).isEqualTo(d.plusDays(10));
    }

    @Test
    void g05IsOverdueWithHalfOfTheInduction() {
        assertThat(status("1005", "k-001")).contains(OVERDUE);
        assertThat(pair("1005", "k-001", d).orElseThrow().deadline()).isEqualTo(d.minusDays(15));
    }

    @Test
    void g06KeepsTheModulesOfTheFormerLevelAndHasFourNew() {
        assertThat(List.of("l-201", "l-202", "l-203", "l-204", "l-205", "l-209", "l-210"))
                .allSatisfy(module -> assertThat(status("1006", module)).contains(COVERED));
        assertThat(List.of("l-206", "l-207", "l-208", "l-212")).allSatisfy(module -> {
            assertThat(status("1006", module)).contains(DUE);
            assertThat(pair("1006", module, d).orElseThrow().deadline()).isEqualTo(d.plusDays(670));
        });
    }

    @Test
    void g07LacksOnlyTheDayOnIt() {
        assertThat(gaps("1007")).containsExactly("l-105");
        assertThat(status("1007", "l-105")).contains(OVERDUE);
    }

    @Test
    void g08HasFiveOfSixDaysByTheOldCourse() {
        assertThat(List.of("l-101", "l-102", "l-103", "l-104", "l-106"))
                .allSatisfy(day -> assertThat(status("1008", day)).contains(COVERED));
        assertThat(status("1008", "l-105")).contains(OVERDUE);
    }

    @Test
    void g09HasTwentyFourOfFortyHoursAndTimeLeft() {
        assertThat(status("1009", "k-007")).contains(DUE);
        assertThat(pair("1009", "k-007", d).orElseThrow().deadline()).isEqualTo(d.plusDays(80));
    }

    @Test
    void g10IsCoveredByTheAgreedShorterTraining() {
        assertThat(status("1010", "k-007")).contains(COVERED);
        assertThat(pair("1010", "k-007", d).orElseThrow().heldUntil()).isEmpty();
    }

    @Test
    void g11FailsOnlyTheOralTest() {
        assertThat(status("1011", "k-021-muntlig")).contains(OVERDUE);
        assertThat(List.of("k-021-lesing", "k-021-lytting", "k-021-skriftlig"))
                .allSatisfy(test -> assertThat(status("1011", test)).contains(COVERED));
    }

    @Test
    void g12WasHiredBeforeTheRule() {
        assertThat(status("1012", "k-021-muntlig")).isEmpty();
    }

    @Test
    void g13HasFortyDutiesAndG14OneLess() {
        assertThat(status("1013", "k-032")).contains(COVERED);
        assertThat(status("1014", "k-032")).contains(OVERDUE);
    }

    @Test
    void g15IsMetNowAndNotFromTheDayOneLeaves() {
        MinimumStanding now = minimum("m-033", d);

        assertThat(now.holders()).isEqualTo(3);
        assertThat(now.status()).isEqualTo(MinimumStanding.Level.AT_RISK);
        assertThat(now.atRiskOn()).contains(d.plusDays(60));
        assertThat(minimum("m-033", d.plusDays(60)).status()).isEqualTo(MinimumStanding.Level.NOT_MET);
    }

    @Test
    void g16IsCoveredWithFourteenGapDays() {
        Question driving = question("1016", "k-050", d);

        assertThat(status("1016", "k-050")).contains(COVERED);
        List<GapDays> gaps =
                inFjellmo(() -> coverage.gapDays(EVERYTHING, new DateInterval(d.minusDays(120), d), driving));
        assertThat(gaps).singleElement().satisfies(gap -> assertThat(gap.days()).isEqualTo(14));
    }

    @Test
    void g17IsCoveredByPriorLearning() {
        assertThat(status("1017", "k-030")).contains(COVERED);
        assertThat(heldUntil("1017", "k-030")).isEqualTo(d.minusDays(30).plusMonths(24));
    }

    @Test
    void g18CountsFromTheDayItWasDoneNotRecorded() {
        assertThat(status("1018", "k-005")).contains(EXPIRED);
    }

    @Test
    void g19IsCoveredToTheEndOfTheYearAfter() {
        LocalDate end = LocalDate.of(d.getYear() + 1, 1, 1);

        assertThat(heldUntil("1019", "k-009")).isEqualTo(end);
        assertThat(status("1019", "k-009")).contains(ChronoUnit.DAYS.between(d, end) <= 90 ? EXPIRING : COVERED);
    }

    @Test
    void g20KeepsTheAnniversaryOfAnEarlyRenewal() {
        LocalDate first = d.minusDays(100).minusMonths(24);

        assertThat(status("1020", "k-006")).contains(COVERED);
        assertThat(heldUntil("1020", "k-006")).isEqualTo(first.plusMonths(24).plusMonths(24));
    }

    @Test
    void g21IsOverdueAfterTheRevocation() {
        assertThat(status("1021", "k-004")).contains(OVERDUE);
    }

    @Test
    void g23HasRequirementsWithoutAnAccount() {
        assertThat(inFjellmo(() ->
                        employees.find(new EmployeeNumber("1023")).orElseThrow().username()))
                .isEmpty();
        assertThat(status("1023", "k-005")).contains(COVERED);
    }

    @Test
    void g24LeavesTheUnitWithoutAnInstructor() {
        MinimumStanding now = minimum("m-053", d);

        assertThat(now.holders()).isEqualTo(1);
        assertThat(now.status()).isEqualTo(MinimumStanding.Level.AT_RISK);
        assertThat(now.atRiskOn()).contains(d.plusDays(120));
    }

    @Test
    void g25IsOverdueFromTheDayTheDispensationEnded() {
        assertThat(status("1025", "k-020", d.minusDays(1))).contains(EXEMPT);
        assertThat(status("1025", "k-020")).contains(OVERDUE);
    }

    @Test
    void g26IsAUnitWithoutItsReview() {
        var school = new UnitCode("216");

        assertThat(inFjellmo(() -> coverage.unitDuties(EVERYTHING, d, Optional.of(school))))
                .filteredOn(duty ->
                        duty.unit().equals(school) && duty.requirement().value().equals("u-001"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.status()).isEqualTo(EXPIRED));
    }

    @Test
    void g27HasLeftTheOldRequirementsAndHasNewOnes() {
        assertThat(status("1027", "k-054", d.minusDays(11))).contains(COVERED);
        assertThat(status("1027", "k-054")).isEmpty();
        assertThat(status("1027", "k-051")).contains(DUE);
        assertThat(pair("1027", "k-051", d).orElseThrow().deadline()).isEqualTo(d.plusDays(720));
    }

    @Test
    void g28IsNotSubjectYet() {
        assertThat(status("1028", "k-061")).isEmpty();
        assertThat(status("1028", "k-061", d.plusDays(30))).contains(DUE);
        assertThat(pair("1028", "k-061", d.plusDays(30)).orElseThrow().deadline())
                .isEqualTo(d.plusDays(120));
    }

    @Test
    void g30CountsOnceWhatCameTwice() {
        long facts = inFjellmo(() -> transaction.execute(
                _ -> jdbc.sql("select count(*) from result where external_id like '1030/forstehjelp-kurs/%'")
                        .query(Long.class)
                        .single()));

        assertThat(facts).isEqualTo(1);
        assertThat(status("1030", "k-006")).contains(COVERED);
    }

    private Optional<Status> status(String number, String requirement) {
        return status(number, requirement, d);
    }

    private Optional<Status> status(String number, String requirement, LocalDate asOf) {
        return pair(number, requirement, asOf).map(Pair::status);
    }

    private LocalDate heldUntil(String number, String requirement) {
        return pair(number, requirement, d).flatMap(Pair::heldUntil).orElseThrow();
    }

    private List<String> gaps(String number) {
        return pairs(Question.asOf(d).of(employee(number))).stream()
                .filter(pair -> pair.status().isGap())
                .map(pair -> pair.requirement().value())
                .toList();
    }

    private Optional<Pair> pair(String number, String requirement, LocalDate asOf) {
        return pairs(question(number, requirement, asOf)).stream().findFirst();
    }

    private Question question(String number, String requirement, LocalDate asOf) {
        return Question.asOf(asOf).of(employee(number)).of(new RequirementCode(requirement));
    }

    private EmployeeId employee(String number) {
        return inFjellmo(
                () -> employees.find(new EmployeeNumber(number)).orElseThrow().id());
    }

    private List<Pair> pairs(Question question) {
        return inFjellmo(() -> {
            var pairs = new ArrayList<Pair>();
            coverage.pairs(EVERYTHING, question, pairs::add);
            return pairs;
        });
    }

    private MinimumStanding minimum(String requirement, LocalDate asOf) {
        return inFjellmo(() -> coverage.minimums(EVERYTHING, asOf, Optional.empty())).stream()
                .filter(minimum -> minimum.requirement().value().equals(requirement))
                .findFirst()
                .orElseThrow();
    }

    private <T> T inFjellmo(Callable<T> work) {
        try {
            return EmployerScope.in(employers.find(Fjellmo.CODE).orElseThrow(), work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
