package no.kompetansebro.coverage.engine;

import static no.kompetansebro.coverage.Status.COVERED;
import static no.kompetansebro.coverage.Status.DUE;
import static no.kompetansebro.coverage.Status.EXEMPT;
import static no.kompetansebro.coverage.Status.EXPIRED;
import static no.kompetansebro.coverage.Status.EXPIRING;
import static no.kompetansebro.coverage.Status.OVERDUE;
import static no.kompetansebro.coverage.engine.Given.achieved;
import static no.kompetansebro.coverage.engine.Given.atLevel;
import static no.kompetansebro.coverage.engine.Given.date;
import static no.kompetansebro.coverage.engine.Given.dates;
import static no.kompetansebro.coverage.engine.Given.demand;
import static no.kompetansebro.coverage.engine.Given.ending;
import static no.kompetansebro.coverage.engine.Given.everyone;
import static no.kompetansebro.coverage.engine.Given.evidence;
import static no.kompetansebro.coverage.engine.Given.fjordvik;
import static no.kompetansebro.coverage.engine.Given.hours;
import static no.kompetansebro.coverage.engine.Given.kari;
import static no.kompetansebro.coverage.engine.Given.months;
import static no.kompetansebro.coverage.engine.Given.renewable;
import static no.kompetansebro.coverage.engine.Given.requirement;
import static no.kompetansebro.coverage.engine.Given.scored;
import static no.kompetansebro.coverage.engine.Stands.assertThatIn;
import static no.kompetansebro.coverage.engine.Stands.assertThatObligations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.MinimumStanding.Level;
import no.kompetansebro.coverage.engine.Evidence.Kind;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.Test;

/** The exact days on which the rules of coverage.md turn. */
class BoundsTest {

    private static Engine firstAid(ValidityPolicy validity, int graceDays, int warningDays) {
        return fjordvik()
                .competence("first-aid")
                .rule("first-aid", achieved("course", validity))
                .requirement(requirement("in-care", warningDays, everyone("first-aid", graceDays)))
                .engine();
    }

    @Test
    void renewsOnTheFirstDayOfTheWindowAndNotBefore() {
        Engine engine = firstAid(renewable(24, 60), 0, 90);
        var first = kari().employed("2020-01-01", "").did("course", "2022-05-10");

        assertThatIn(engine, first.did("course", "2024-03-11")).isHeld("2022-05-10", "2026-05-10", "2024-03-11");
        assertThatIn(engine, first.did("course", "2024-03-10")).isHeld("2022-05-10", "2026-03-10", "2024-03-10");
    }

    @Test
    void renewsOnTheLastDay() {
        Engine engine = firstAid(renewable(1, 28), 0, 90);
        var kari = kari().employed("2020-01-01", "").did("course", "2024-01-31").did("course", "2024-02-28");

        assertThatIn(engine, kari).isHeld("2024-01-31", "2024-03-29", "2024-02-28");
    }

    @Test
    void renewsFromAResultsOwnEnd() {
        var kari = kari().employed("2020-01-01", "").with(ending("2024-06-01", "course", "2024-01-01"));

        assertThatIn(firstAid(renewable(12, 30), 0, 90), kari.did("course", "2024-05-20"))
                .isHeld("2024-01-01", "2024-06-01", "2024-05-19")
                .isHeld("2024-01-01", "2025-06-01", "2024-05-20");
    }

    @Test
    void makesResultsOfOneDayOneLink() {
        var kari = kari().employed("2020-01-01", "")
                .did("course", "2024-01-01")
                .with(ending("2024-03-01", "course", "2024-01-01"));

        assertThatIn(firstAid(renewable(12, 30), 0, 90), kari).isHeld("2024-01-01", "2025-01-01", "2024-01-01");
    }

    @Test
    void knowsNothingOfTomorrow() {
        var kari = kari().employed("2020-01-01", "").did("course", "2024-01-01").did("course", "2024-12-20");

        assertThatIn(firstAid(months(12), 0, 90), kari)
                .isHeld("2024-01-01", "2025-01-01", "2024-12-19")
                .changes("2025-01-01", "2024-12-19")
                .is(EXPIRING, "2024-12-19")
                .isHeld("2024-01-01", "2025-12-20", "2024-12-20")
                .changes("2025-09-21", "2024-12-20")
                .is(COVERED, "2024-12-20");
    }

    @Test
    void warnsFromSoManyDaysBeforeTheEnd() {
        var kari = kari().employed("2020-01-01", "").did("course", "2024-01-01");

        assertThatIn(firstAid(months(12), 0, 90), kari)
                .is(COVERED, "2024-10-02")
                .changes("2024-10-03", "2024-10-02")
                .is(EXPIRING, "2024-10-03");
        assertThatIn(firstAid(months(12), 0, 0), kari)
                .is(COVERED, "2024-12-31")
                .changes("2025-01-01", "2024-12-31")
                .is(EXPIRED, "2025-01-01");
    }

    @Test
    void warnsOnlyWhereTheSubjectLastsBeyondTheEnd() {
        Engine engine = firstAid(months(12), 0, 90);

        assertThatIn(engine, kari().employed("2020-01-01", "2025-01-01").did("course", "2024-01-01"))
                .is(COVERED, "2024-12-31")
                .isNotSubject("2025-01-01");
        assertThatIn(engine, kari().employed("2020-01-01", "2025-01-02").did("course", "2024-01-01"))
                .is(EXPIRING, "2024-12-31")
                .is(EXPIRED, "2025-01-01");
    }

    @Test
    void neverChangesWhenHeldForEver() {
        assertThatIn(
                        firstAid(ValidityPolicy.FOREVER, 0, 90),
                        kari().employed("2020-01-01", "").did("course", "2024-01-01"))
                .isNotSubject("2019-12-31")
                .is(OVERDUE, "2020-01-01")
                .changes("", "2023-12-31")
                .changes("", "2024-01-01")
                .isHeld("2024-01-01", "", "2024-01-01");
    }

    @Test
    void countsAGapOfOneDayAsANewIntervalAndTouchingEmploymentsAsOne() {
        Engine engine = firstAid(months(12), 30, 90);
        var first = kari().employed("2020-01-01", "2024-01-01");

        assertThatIn(engine, first.employed("2024-01-02", ""))
                .is(OVERDUE, "2023-12-31")
                .changes("2024-01-01", "2023-12-31")
                .isNotSubject("2024-01-01")
                .isDue("2024-02-01", "2024-01-02")
                .is(DUE, "2024-01-31")
                .is(OVERDUE, "2024-02-01");
        assertThatIn(engine, first.employed("2024-01-01", ""))
                .isDue("2020-01-31", "2024-01-01")
                .is(OVERDUE, "2024-01-01");
    }

    @Test
    void remembersWhatWasHeldBeforeTheEmployment() {
        assertThatIn(
                        firstAid(months(12), 30, 90),
                        kari().employed("2024-01-01", "").did("course", "2015-01-01"))
                .is(DUE, "2024-01-30")
                .is(EXPIRED, "2024-01-31");
    }

    @Test
    void staysDueWhenAnEarlierHoldingLapsesBeforeTheDeadline() {
        assertThatIn(
                        firstAid(months(12), 60, 90),
                        kari().employed("2024-01-01", "").did("course", "2023-01-15"))
                .is(EXPIRING, "2024-01-14")
                .is(DUE, "2024-01-15")
                .changes("2024-03-01", "2024-01-15")
                .is(EXPIRED, "2024-03-01");
    }

    @Test
    void exemptsWithoutNewGraceAndStillTellsWhatIsHeld() {
        var kari = kari().employed("2024-01-01", "")
                .exempt("in-care", "2024-02-01", "2024-06-01")
                .did("course", "2024-03-01");

        assertThatIn(firstAid(months(2), 10, 90), kari)
                .is(OVERDUE, "2024-01-31")
                .is(EXEMPT, "2024-02-01")
                .isDue("2024-01-11", "2024-02-01")
                .isHeld("2024-03-01", "2024-05-01", "2024-04-01")
                .is(EXEMPT, "2024-05-31")
                .changes("2024-06-01", "2024-02-01")
                .changes("2024-06-01", "2024-04-01")
                .is(EXPIRED, "2024-06-01")
                .isDue("2024-01-11", "2024-06-01");
    }

    @Test
    void countsGapDaysPastTheDeadlineOnly() {
        var kari = kari().employed("2024-01-01", "").exempt("in-care", "2024-02-01", "2024-02-11");
        Obligation obligation =
                firstAid(months(2), 10, 90).obligations(kari.person()).getFirst();

        // 11 to 31 January, and 11 to 29 February.
        assertThat(obligation.gapDays(dates("2024-01-01", "2024-03-01"))).isEqualTo(21 + 19);
        assertThat(obligation.gapDays(dates("2024-01-31", "2024-02-01"))).isEqualTo(1);
    }

    @Test
    void prefersTheFixedDateUnlessTheSubjectStartsAfterIt() {
        Engine engine = fjordvik()
                .competence("first-aid")
                .requirement(
                        "in-care",
                        new OfPeople(
                                new CompetenceCode("first-aid"),
                                Optional.empty(),
                                TargetGroup.EVERYONE,
                                Optional.of(date("2024-06-01")),
                                10))
                .engine();

        assertThatIn(engine, kari().employed("2020-01-01", ""))
                .is(DUE, "2024-05-31")
                .is(OVERDUE, "2024-06-01");
        assertThatIn(engine, kari().employed("2024-06-01", "")).isDue("2024-06-01", "2024-06-01");
        assertThatIn(engine, kari().employed("2024-06-02", "")).isDue("2024-06-12", "2024-06-02");
    }

    @Test
    void beginsANewRunAfterMoreThanTwelveMonths() {
        Engine engine = fjordvik()
                .competence("first-aid")
                .requirement("in-care", demand("first-aid", new TargetGroup.NewHire(6), 0))
                .engine();
        var first = kari().employed("2020-01-01", "2023-02-28");

        assertThatIn(engine, first).is(OVERDUE, "2020-06-30").isNotSubject("2020-07-01");
        assertThatIn(engine, first.employed("2024-02-28", "")).isNotSubject("2024-02-28");
        assertThatIn(engine, first.employed("2024-02-29", ""))
                .is(OVERDUE, "2024-02-29")
                .is(OVERDUE, "2024-08-28")
                .isNotSubject("2024-08-29");
    }

    @Test
    void startsTheSubjectWhereTheTargetGroupIsWidened() {
        Engine engine = fjordvik()
                .competence("first-aid")
                .requirement("in-care", demand("first-aid", new TargetGroup.From(date("2026-09-01")), 30))
                .engine();

        assertThatIn(engine, kari().employed("2020-01-01", ""))
                .isNotSubject("2026-08-31")
                .isDue("2026-10-01", "2026-09-01");
    }

    @Test
    void countsHigherLevelsAndNoDeclarations() {
        Engine engine = fjordvik()
                .scale("cefr", "A1", "A2", "B1")
                .competence("norwegian", "cefr", renewable(12, 30))
                .requirement("norwegian-a2", atLevel("norwegian", "A2"))
                .engine();
        var kari = kari().employed("2020-01-01", "");

        assertThatIn(engine, kari.with(evidence("norwegian", "A1", "2024-01-01", "", Kind.CERTIFICATE)))
                .is(OVERDUE, "2024-01-01");
        assertThatIn(engine, kari.with(evidence("norwegian", "B1", "2024-01-01", "", Kind.DECLARATION)))
                .is(OVERDUE, "2024-01-01");
        assertThatIn(
                        engine,
                        kari.with(evidence("norwegian", "B1", "2024-01-01", "", Kind.CERTIFICATE))
                                .with(evidence("norwegian", "A2", "2024-12-20", "", Kind.ATTESTATION)))
                .isHeld("2024-01-01", "2026-01-01", "2024-12-20");
    }

    @Test
    void leavesOutScoresThatAreTooLowOrMissing() {
        Engine engine = fjordvik()
                .competence("first-aid")
                .rule("first-aid", achieved("course", 80, renewable(12, 30)))
                .requirement("in-care", everyone("first-aid", 0))
                .engine();
        var kari = kari().employed("2020-01-01", "");

        assertThatIn(engine, kari.did("course", "2024-01-01")).is(OVERDUE, "2024-01-01");
        assertThatIn(engine, kari.with(scored("course", "2024-01-01", 79))).is(OVERDUE, "2024-01-01");
        assertThatIn(engine, kari.with(scored("course", "2024-01-01", 80))).is(COVERED, "2024-01-01");
    }

    @Test
    void countsHoursWithinTheWindowAndACourseTakenTwiceTwice() {
        Engine engine = fjordvik()
                .item("day", "4.5")
                .competence("hse")
                .rule("hse", hours("9", 12, "day"))
                .requirement("hse-9", everyone("hse", 0))
                .engine();

        assertThatIn(
                        engine,
                        kari().employed("2020-01-01", "")
                                .did("day", "2024-02-29")
                                .did("day", "2024-06-01"))
                .isHeld("2024-06-01", "2025-02-28", "2024-06-01")
                .is(EXPIRED, "2025-02-28");
    }

    @Test
    void bindsUnitsWithinTheValidityOfTheirDuty() {
        Engine engine = fjordvik()
                .competence("none")
                .requirement(
                        "ethics-review",
                        new OfUnits(
                                List.of(new UnitCode("school")),
                                List.of("UNIT"),
                                achieved("review", new ValidityPolicy.EndOfYear(1)),
                                Optional.of(date("2025-01-01")),
                                0))
                .engine();
        List<Obligation> ward =
                engine.unitDuties(new UnitFacts(new UnitCode("ward-3"), List.of(Given.result("review", "2025-11-03"))));

        assertThatObligations(ward)
                .is(DUE, "2024-12-31")
                .is(OVERDUE, "2025-11-02")
                .is(EXPIRING, "2026-12-31")
                .is(EXPIRED, "2027-01-01");
        assertThat(engine.unitDuties(new UnitFacts(new UnitCode("school"), List.of())))
                .hasSize(1);
        assertThat(engine.unitDuties(new UnitFacts(new UnitCode("health"), List.of())))
                .isEmpty();
    }

    @Test
    void warnsOfAMinimumByWhatIsKnownAndOnlyWhileItIsInForce() {
        String[] dates = {"2024-05-09", "2024-05-10"};

        assertThat(minimum("", dates)).containsExactly(Level.AT_RISK, Level.MET);
        assertThat(minimum("2024-06-02", dates)).containsExactly(Level.AT_RISK, Level.MET);
        assertThat(minimum("2024-06-01", dates)).containsExactly(Level.MET, Level.MET);
        assertThat(minimum("2024-05-10", dates)).containsExactly(Level.MET);
    }

    /** One holder in the ward, whose certificate ends on 1 June and is renewed on 10 May. */
    private static List<Level> minimum(String validUntil, String... asOf) {
        Person kari = kari().employed("2020-01-01", "")
                .with(ending("2024-06-01", "course", "2023-06-01"))
                .did("course", "2024-05-10")
                .person();
        Engine engine = fjordvik()
                .competence("first-aid")
                .rule("first-aid", achieved("course"))
                .requirement(new Requirement(
                        new RequirementCode("minimum"),
                        LocalizedName.of("Minimum"),
                        Requirement.Category.MANDATORY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(validUntil).filter(date -> !date.isEmpty()).map(Given::date),
                        90,
                        new OfUnitMinimum(
                                new CompetenceCode("first-aid"),
                                Optional.empty(),
                                TargetGroup.EVERYONE,
                                List.of(new UnitCode("ward-3")),
                                1)))
                .engine();
        return Stream.of(asOf)
                .flatMap(date -> {
                    HeadCount heads = engine.headCount(date(date));
                    heads.add(kari);
                    return heads.standings().stream().map(MinimumStanding::status);
                })
                .toList();
    }

    @Test
    void refusesACycleOfUnitsAndAnUnknownLevel() {
        Given cyclic = new Given().unit("a", "b", "").unit("b", "a", "");
        Given without = fjordvik().scale("cefr", "A1").competence("norwegian", "cefr", ValidityPolicy.FOREVER);

        assertThatThrownBy(cyclic::engine).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(without.requirement("norwegian-c2", atLevel("norwegian", "C2"))::engine)
                .isInstanceOf(IllegalArgumentException.class);
    }
}
