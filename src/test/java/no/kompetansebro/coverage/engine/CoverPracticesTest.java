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
import static no.kompetansebro.coverage.engine.Given.evidence;
import static no.kompetansebro.coverage.engine.Given.fjordvik;
import static no.kompetansebro.coverage.engine.Given.hours;
import static no.kompetansebro.coverage.engine.Given.kari;
import static no.kompetansebro.coverage.engine.Given.withHours;
import static no.kompetansebro.coverage.engine.Stands.assertThatIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.MinimumStanding.Level;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;
import org.junit.jupiter.api.Test;

/** Practices of functions, minimum cover and certificates; each test begins with the practice's number. */
class CoverPracticesTest {

    private static final RequirementCode SAFETY = new RequirementCode("safety");

    /** Who is elected safety representative must have 40 hours. */
    private static final Engine SAFETY_COURSE = fjordvik()
            .competence("hms")
            .rule("hms", hours("40", 0, "day"))
            .requirement("safety", demand("hms", new TargetGroup.Role("verneombud"), 180))
            .engine();

    private static Given.Who elected() {
        return kari().employed("2015-01-01", "").with(new RoleHeld("verneombud", dates("2026-01-01", "2028-01-01")));
    }

    @Test
    void a18TheDutyFollowsTheFunctionAndAddsUpHoursOfSeveralSessions() {
        Given.Who begun = elected().with(withHours("24", "day", "2026-02-02"));

        assertThatIn(SAFETY_COURSE, begun)
                .isNotSubject("2025-12-31")
                .is(DUE, "2026-03-01")
                .isNotSubject("2028-01-01");
        assertThatIn(SAFETY_COURSE, begun.with(withHours("16", "day", "2026-03-02")))
                .is(DUE, "2026-03-01")
                .is(COVERED, "2026-03-02");
    }

    @Test
    void a18With24HoursItIs60PercentUnderWay() {
        Person person = elected().with(withHours("24", "day", "2026-02-02")).person();

        Explanation why =
                SAFETY_COURSE.explanation(person, SAFETY, date("2026-03-01")).orElseThrow();

        BigDecimal done = why.rules().getFirst().criterion().hours().orElseThrow();
        assertThat(done.movePointRight(2).divide(BigDecimal.valueOf(40))).isEqualByComparingTo("60");
    }

    @Test
    void a18AnAgreementOnAShorterLengthCoversAndIsShownAsTheBasis() {
        Given.Who agreed = elected()
                .with(withHours("24", "day", "2026-02-02"))
                .with(evidence("hms", "", "2026-02-10", "", Evidence.Kind.ATTESTATION));

        assertThatIn(SAFETY_COURSE, agreed).is(DUE, "2026-02-09").is(COVERED, "2026-02-10");
        assertThat(SAFETY_COURSE
                        .explanation(agreed.person(), SAFETY, date("2026-02-10"))
                        .orElseThrow()
                        .evidence())
                .extracting(each -> each.evidence().kind())
                .containsExactly(Evidence.Kind.ATTESTATION);
    }

    /** At least three in home care who each have both courses. */
    private static final Engine KID_AND_KIB = fjordvik()
            .competence("kid-kib")
            .rule("kid-kib", new Criterion.All(List.of(achieved("kid"), achieved("kib"))))
            .requirement(
                    "three",
                    new OfUnitMinimum(
                            new CompetenceCode("kid-kib"),
                            Optional.empty(),
                            TargetGroup.EVERYONE,
                            List.of(new UnitCode("home-care")),
                            3))
            .engine();

    private static Given.Who trained(String number) {
        return kari().as(number)
                .employed("home-care", "nurse", "2020-01-01", "")
                .did("kid", "2024-05-05")
                .did("kib", "2024-06-06");
    }

    private static Given.Who onLeaveFrom1May() {
        return kari().as("3")
                .with(new Employment(
                        "E-3",
                        new UnitCode("home-care"),
                        "nurse",
                        Optional.empty(),
                        BigDecimal.valueOf(80),
                        dates("2020-01-01", ""),
                        Timeline.of(dates("2026-05-01", "2027-01-01"))))
                .did("kid", "2024-05-05")
                .did("kib", "2024-06-06");
    }

    private static MinimumStanding standing(String on, Given.Who... people) {
        HeadCount heads = KID_AND_KIB.headCount(date(on));
        Stream.of(people).forEach(each -> heads.add(each.person()));
        return heads.standings().getFirst();
    }

    @Test
    void a21AForecastSaysAheadThatLeaveTakesTheThirdAway() {
        Given.Who[] three = {trained("1"), trained("2"), onLeaveFrom1May()};

        assertThat(standing("2026-01-15", three).status()).isEqualTo(Level.MET);
        assertThat(standing("2026-03-01", three))
                .extracting(MinimumStanding::holders, MinimumStanding::status, MinimumStanding::atRiskOn)
                .containsExactly(3, Level.AT_RISK, Optional.of(date("2026-05-01")));
        assertThat(standing("2026-05-01", three))
                .extracting(MinimumStanding::holders, MinimumStanding::required, MinimumStanding::status)
                .containsExactly(2, 3, Level.NOT_MET);
    }

    @Test
    void a21TheSamePersonMustHaveBothCourses() {
        Given.Who kid =
                kari().as("3").employed("home-care", "nurse", "2020-01-01", "").did("kid", "2024-05-05");
        Given.Who kib =
                kari().as("4").employed("home-care", "nurse", "2020-01-01", "").did("kib", "2024-05-05");

        assertThat(standing("2026-03-01", trained("1"), trained("2"), kid, kib).holders())
                .isEqualTo(2);
        assertThat(standing("2026-03-01", trained("1"), trained("2"), kid.did("kib", "2026-02-02"))
                        .holders())
                .isEqualTo(3);
    }

    @Test
    void a63WhoCountsIsCountedByHeadsAndByWhatTheyWork() {
        DateInterval dates = new DateInterval(date("2026-03-01"), date("2027-03-01"));

        Presence presence = KID_AND_KIB
                .presences(onLeaveFrom1May().person(), dates, LocalDate.parse("2026-03-01"))
                .getFirst();

        assertThat(presence.counting())
                .isEqualTo(Timeline.of(dates("2026-03-01", "2026-05-01"), dates("2027-01-01", "2027-03-01")));
        assertThat(presence.posts()).extracting(Presence.Share::fte).containsExactly(BigDecimal.valueOf(80));
    }

    @Test
    void a25ACertificateOfAClassCountsForThatClassUntilItEnds() {
        Engine engine = fjordvik()
                .competence("machine-m4")
                .competence("machine-m6")
                .requirement("m4", demand("machine-m4", TargetGroup.EVERYONE, 0))
                .engine();
        Given.Who operator = kari().employed("2020-01-01", "");

        assertThatIn(
                        engine,
                        operator.with(
                                evidence("machine-m4", "", "2021-06-01", "2026-06-01", Evidence.Kind.CERTIFICATE)))
                .is(EXPIRING, "2026-05-31")
                .isHeld("2021-06-01", "2026-06-01", "2026-05-31")
                .is(EXPIRED, "2026-06-01");
        assertThatIn(
                        engine,
                        operator.with(
                                evidence("machine-m6", "", "2021-06-01", "2026-06-01", Evidence.Kind.CERTIFICATE)))
                .is(OVERDUE, "2026-05-31");
    }
}
