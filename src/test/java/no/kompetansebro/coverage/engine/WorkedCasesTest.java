package no.kompetansebro.coverage.engine;

import static no.kompetansebro.coverage.Status.COVERED;
import static no.kompetansebro.coverage.Status.DUE;
import static no.kompetansebro.coverage.Status.EXPIRED;
import static no.kompetansebro.coverage.Status.EXPIRING;
import static no.kompetansebro.coverage.Status.OVERDUE;
import static no.kompetansebro.coverage.engine.Given.achieved;
import static no.kompetansebro.coverage.engine.Given.date;
import static no.kompetansebro.coverage.engine.Given.dates;
import static no.kompetansebro.coverage.engine.Given.demand;
import static no.kompetansebro.coverage.engine.Given.everyone;
import static no.kompetansebro.coverage.engine.Given.evidence;
import static no.kompetansebro.coverage.engine.Given.fjordvik;
import static no.kompetansebro.coverage.engine.Given.hours;
import static no.kompetansebro.coverage.engine.Given.kari;
import static no.kompetansebro.coverage.engine.Given.months;
import static no.kompetansebro.coverage.engine.Given.renewable;
import static no.kompetansebro.coverage.engine.Given.withHours;
import static no.kompetansebro.coverage.engine.Stands.assertThatIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.MinimumStanding.Level;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.Timeline;
import org.junit.jupiter.api.Test;

/** The worked cases of coverage.md, by number. */
class WorkedCasesTest {

    private static final Engine FIRST_AID = fjordvik()
            .competence("first-aid")
            .rule("first-aid", achieved("course", renewable(24, 60)))
            .requirement("first-aid-in-care", everyone("first-aid", 0))
            .engine();

    @Test
    void case1KeepsTheAnniversaryOfARenewalInsideTheWindow() {
        var kari = kari().employed("2020-01-01", "").did("course", "2022-05-10").did("course", "2024-04-20");

        assertThatIn(FIRST_AID, kari)
                .is(EXPIRING, "2026-05-09")
                .isHeld("2022-05-10", "2026-05-10", "2026-05-09")
                .is(EXPIRED, "2026-05-10")
                .is(EXPIRING, "2024-04-01")
                .isHeld("2022-05-10", "2024-05-10", "2024-04-01")
                .changes("2024-05-10", "2024-04-01");
    }

    @Test
    void case2StartsAnewOutsideTheWindow() {
        var kari = kari().employed("2020-01-01", "").did("course", "2022-05-10").did("course", "2024-02-01");

        assertThatIn(FIRST_AID, kari)
                .isHeld("2022-05-10", "2026-02-01", "2026-01-31")
                .is(EXPIRED, "2026-02-01");
    }

    @Test
    void case2IsNotSpoiledByAResultThatRenewsNothing() {
        var kari = kari().employed("2020-01-01", "")
                .did("course", "2022-05-10")
                .did("course", "2023-01-01")
                .did("course", "2024-04-20");

        assertThatIn(FIRST_AID, kari)
                .isHeld("2022-05-10", "2026-05-10", "2026-05-09")
                .is(EXPIRED, "2026-05-10");
    }

    @Test
    void case3LastsToTheEndOfTheNextYear() {
        var engine = fjordvik()
                .competence("ethics")
                .rule("ethics", achieved("review", new ValidityPolicy.EndOfYear(1)))
                .requirement("yearly-review", everyone("ethics", 0))
                .engine();
        var kari = kari().employed("2020-01-01", "").did("review", "2025-11-03");

        assertThatIn(engine, kari).is(EXPIRING, "2026-12-31").is(EXPIRED, "2027-01-01");
    }

    @Test
    void case4AddsUpTheHours() {
        var engine = fjordvik()
                .competence("hse")
                .item("day-1", "16")
                .item("day-2", "16")
                .rule("hse", hours("40", 0, "day-1", "day-2", "day-3"))
                .requirement("hse-40", demand("hse", new TargetGroup.Role("safety-representative"), 0))
                .engine();
        var kari = kari().employed("2020-01-01", "")
                .with(new RoleHeld("safety-representative", dates("2026-01-01", "")))
                .did("day-1", "2026-01-12")
                .did("day-2", "2026-02-09")
                .with(withHours("8", "day-3", "2026-03-02"));

        assertThatIn(engine, kari)
                .isNotSubject("2025-12-31")
                .is(OVERDUE, "2026-03-01")
                .is(COVERED, "2026-03-02")
                .isHeld("2026-03-02", "", "2026-03-02");
    }

    @Test
    void case5GivesGraceToANewLeaderButNotToOneWhoLosesTheCertificate() {
        var engine = fjordvik()
                .competence("leadership")
                .requirement("leaders", demand("leadership", new TargetGroup.LeaderLevel(Set.of("unit-leader")), 180))
                .engine();

        assertThatIn(engine, kari().with(leader("2026-03-01")))
                .is(DUE, "2026-08-27")
                .isDue("2026-08-28", "2026-08-27")
                .is(OVERDUE, "2026-08-28");
        assertThatIn(
                        engine,
                        kari().with(leader("2020-01-01"))
                                .with(evidence(
                                        "leadership", "", "2020-02-01", "2026-03-01", Evidence.Kind.CERTIFICATE)))
                .is(EXPIRING, "2026-02-28")
                .is(EXPIRED, "2026-03-01");
    }

    private static Employment leader(String from) {
        return new Employment(
                "E-1",
                new UnitCode("ward-3"),
                "leader",
                Optional.of("unit-leader"),
                BigDecimal.valueOf(100),
                dates(from, ""),
                Timeline.NEVER);
    }

    @Test
    void case6ClampsMonthsToTheLastDay() {
        assertThatIn(lasting(6), kari().employed("2020-01-01", "").did("course", "2025-08-31"))
                .isHeld("2025-08-31", "2026-02-28", "2026-02-27")
                .is(EXPIRED, "2026-02-28");
        assertThatIn(lasting(12), kari().employed("2020-01-01", "").did("course", "2024-02-29"))
                .isHeld("2024-02-29", "2025-02-28", "2025-02-27")
                .is(EXPIRED, "2025-02-28");
    }

    private static Engine lasting(int months) {
        return fjordvik()
                .competence("fire")
                .rule("fire", achieved("course", months(months)))
                .requirement("fire-safety", everyone("fire", 0))
                .engine();
    }

    @Test
    void case7NeverMixesTwoEmployments() {
        var engine = fjordvik()
                .competence("medication")
                .requirement(
                        "stewards-in-home-care",
                        demand(
                                "medication",
                                new TargetGroup.All(List.of(
                                        new TargetGroup.InUnit(new UnitCode("home-care")),
                                        new TargetGroup.Position(Set.of("shop-steward")))),
                                0))
                .engine();
        var nurse = kari().employed("home-care", "nurse", "2020-01-01", "");

        assertThat(engine.obligations(nurse.employed("school", "shop-steward", "2020-01-01", "")
                        .person()))
                .isEmpty();
        assertThat(engine.obligations(nurse.employed("home-care", "shop-steward", "2020-01-01", "")
                        .person()))
                .hasSize(1);
    }

    @Test
    void case8WarnsOfNothingWhenTheSubjectEndsFirst() {
        var certificate = evidence("first-aid", "", "2020-01-01", "2026-08-01", Evidence.Kind.CERTIFICATE);

        assertThatIn(FIRST_AID, kari().employed("2020-01-01", "2026-07-01").with(certificate))
                .is(COVERED, "2026-06-15")
                .changes("2026-07-01", "2026-06-15");
        assertThatIn(FIRST_AID, kari().employed("2020-01-01", "").with(certificate))
                .is(EXPIRING, "2026-06-15");
    }

    @Test
    void case9WarnsOfAMinimumBeforeSomeoneRetires() {
        var engine = fjordvik()
                .competence("kid")
                .rule("kid", achieved("kid-course"))
                .requirement(
                        "kid-minimum",
                        new OfUnitMinimum(
                                new CompetenceCode("kid"),
                                Optional.empty(),
                                TargetGroup.EVERYONE,
                                List.of(new UnitCode("health")),
                                3))
                .engine();

        assertThat(standing(engine, "2026-09-01")).isEqualTo(stands(3, Level.MET, ""));
        assertThat(standing(engine, "2026-09-02")).isEqualTo(stands(3, Level.AT_RISK, "2026-12-01"));
        assertThat(standing(engine, "2026-11-30")).isEqualTo(stands(3, Level.AT_RISK, "2026-12-01"));
        assertThat(standing(engine, "2026-12-01")).isEqualTo(stands(2, Level.NOT_MET, ""));
    }

    private static MinimumStanding standing(Engine engine, String asOf) {
        HeadCount heads = engine.headCount(date(asOf));
        heads.add(kari().as("1")
                .employed("2020-01-01", "2026-12-01")
                .did("kid-course", "2021-01-01")
                .person());
        heads.add(kari().as("2")
                .employed("2020-01-01", "")
                .did("kid-course", "2022-01-01")
                .person());
        heads.add(kari().as("3")
                .employed("home-care", "nurse", "2020-01-01", "")
                .did("kid-course", "2023-01-01")
                .person());
        return heads.standings().getFirst();
    }

    private static MinimumStanding stands(int holders, Level level, String atRiskOn) {
        return new MinimumStanding(
                new RequirementCode("kid-minimum"),
                new UnitCode("health"),
                3,
                holders,
                level,
                Optional.of(atRiskOn).filter(date -> !date.isEmpty()).map(Given::date));
    }

    @Test
    void case10GivesNewGraceAfterALeave() {
        var engine = fjordvik()
                .competence("security")
                .rule("security", achieved("module", months(12)))
                .requirement("yearly-security", everyone("security", 30))
                .engine();
        var onLeave = new Employment(
                "E-1",
                new UnitCode("ward-3"),
                "nurse",
                Optional.empty(),
                BigDecimal.valueOf(100),
                dates("2020-01-01", ""),
                Timeline.of(dates("2026-01-01", "2026-10-01")));

        assertThatIn(engine, kari().with(onLeave).did("module", "2025-03-01"))
                .is(COVERED, "2025-12-31")
                .isNotSubject("2026-01-01")
                .isNotSubject("2026-09-30")
                .is(DUE, "2026-10-01")
                .is(DUE, "2026-10-30")
                .is(EXPIRED, "2026-10-31");
    }
}
