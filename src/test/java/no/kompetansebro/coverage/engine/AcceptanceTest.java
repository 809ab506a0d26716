package no.kompetansebro.coverage.engine;

import static no.kompetansebro.coverage.Status.COVERED;
import static no.kompetansebro.coverage.Status.DUE;
import static no.kompetansebro.coverage.Status.EXPIRED;
import static no.kompetansebro.coverage.Status.OVERDUE;
import static no.kompetansebro.coverage.engine.Given.achieved;
import static no.kompetansebro.coverage.engine.Given.date;
import static no.kompetansebro.coverage.engine.Given.demand;
import static no.kompetansebro.coverage.engine.Given.fjordvik;
import static no.kompetansebro.coverage.engine.Given.kari;
import static no.kompetansebro.coverage.engine.Given.months;
import static no.kompetansebro.coverage.engine.Stands.assertThatIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.Test;

/** Practices that real plans describe, and that requirements as they are can say: each test begins with the practice's number. */
class AcceptanceTest {

    private static final TargetGroup LEADERS = new TargetGroup.Position(Set.of("leader"));

    /** An audit asks for it from 1 September, within six months: 181 days, to 1 March. */
    private static Requirement dilemmas() {
        return new Requirement(
                new RequirementCode("dilemmas"),
                LocalizedName.of("Etikk- og dilemmadiskusjon"),
                Requirement.Category.MANDATORY,
                Optional.of("Forvaltningsrevisjon 2026, vedtak 12"),
                Optional.of(date("2026-09-01")),
                Optional.empty(),
                90,
                demand("dilemmas", LEADERS, 181));
    }

    private static Given ethics() {
        return fjordvik().competence("dilemmas").rule("dilemmas", achieved("discussion"));
    }

    @Test
    void a04NobodyIsOverdueBeforeTheTimeToComplyIsOver() {
        Engine engine = ethics().requirement(dilemmas()).engine();
        var leader = kari().employed("health", "leader", "2015-01-01", "");

        assertThatIn(engine, leader)
                .isNotSubject("2026-08-31")
                .is(DUE, "2026-09-01")
                .isDue("2027-03-01", "2026-12-24")
                .is(DUE, "2027-02-28")
                .is(OVERDUE, "2027-03-01");
        assertThat(dilemmas().authority()).contains("Forvaltningsrevisjon 2026, vedtak 12");
    }

    @Test
    void a04FiguresOfAugustAreTheSameWhenTheyAreMadeInOctober() {
        var leader = kari().employed("health", "leader", "2015-01-01", "");
        Engine inAugust = ethics().engine();
        Engine inOctober = ethics().requirement(dilemmas()).engine();

        assertThat(inAugust.obligations(leader.person())).isEmpty();
        assertThatIn(inOctober, leader).isNotSubject("2026-08-15").isNotSubject("2026-08-31");
        assertThatIn(inOctober, leader.did("discussion", "2026-10-02"))
                .isNotSubject("2026-08-31")
                .is(DUE, "2026-10-01")
                .is(COVERED, "2026-10-02");
    }

    /** Kindergarten staff hired from 1 August 2018 on: A2 in writing, B1 in the three other sub-tests. */
    private static final Engine LANGUAGE = fjordvik()
            .competence("norwegian")
            .rule(
                    "norwegian",
                    new Criterion.All(List.of(
                            achieved("oral-b1"),
                            achieved("reading-b1"),
                            achieved("listening-b1"),
                            achieved("writing-a2"))))
            .requirement(
                    "norwegian-in-kindergartens",
                    demand(
                            "norwegian",
                            new TargetGroup.All(List.of(
                                    new TargetGroup.Position(Set.of("kindergarten")),
                                    new TargetGroup.HiredFrom(date("2018-08-01")))),
                            0))
            .engine();

    private static Given.Who inKindergarten(String from) {
        return kari().employed("school", "kindergarten", from, "");
    }

    @Test
    void a15TheLanguageRuleBindsWhoIsHiredOnTheDayOrLater() {
        assertThatIn(LANGUAGE, inKindergarten("2018-07-31")).isNotSubject("2026-11-21");
        assertThatIn(LANGUAGE, inKindergarten("2018-08-01")).is(OVERDUE, "2026-11-21");
    }

    @Test
    void a15AllButTheOralSubTestIsNotEnoughAndTheExplanationNamesIt() {
        var asha = inKindergarten("2019-08-15")
                .did("oral-a2", "2019-05-01")
                .did("reading-b1", "2019-05-01")
                .did("listening-b1", "2019-05-01")
                .did("writing-a2", "2019-05-01");
        Explanation why = LANGUAGE.explanation(
                        asha.person(), new RequirementCode("norwegian-in-kindergartens"), date("2026-11-21"))
                .orElseThrow();

        assertThat(why.standing().status()).isEqualTo(OVERDUE);
        assertThat(why.rules().getFirst().criterion().nodes())
                .filteredOn(node -> !node.holds())
                .extracting(Node::criterion)
                .containsExactly(achieved("oral-b1"));
        assertThat(why.nextSteps()).containsExactly(new ItemCode("oral-b1"));
        assertThatIn(LANGUAGE, asha.did("oral-b1", "2026-11-20"))
                .is(OVERDUE, "2026-11-19")
                .is(COVERED, "2026-11-20");
    }

    private static Engine firstAid(int months) {
        return fjordvik()
                .competence("first-aid")
                .rule("first-aid", achieved("first-aid-course", months(months)))
                .requirement(
                        "first-aid",
                        demand(
                                "first-aid",
                                new TargetGroup.Any(List.of(
                                        new TargetGroup.InUnit(new UnitCode("health")),
                                        new TargetGroup.InUnit(new UnitCode("school")))),
                                120))
                .engine();
    }

    @Test
    void a19TheUnitsWithPeopleOrRiskAreBoundWithAllBelowThemAndTheMunicipalitySetsTheValidity() {
        var nurse = kari().employed("ward-3", "nurse", "2020-01-01", "").did("first-aid-course", "2024-05-01");
        var clerk = kari().employed("fjordvik", "clerk", "2020-01-01", "");

        assertThatIn(firstAid(24), nurse).is(COVERED, "2025-05-01").is(EXPIRED, "2026-05-01");
        assertThatIn(firstAid(36), nurse).is(COVERED, "2026-05-01").is(EXPIRED, "2027-05-01");
        assertThatIn(firstAid(24), clerk).isNotSubject("2026-05-01");
    }

    @Test
    void a35ARequirementByRiskGroupIsOrdinaryAndHasItsNynorskTitle() {
        Requirement violence = new Requirement(
                new RequirementCode("violence"),
                new LocalizedName(
                        Map.of("nb", "Vold og trusler på arbeidsplassen", "nn", "Vold og truslar på arbeidsplassen")),
                Requirement.Category.MANDATORY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                90,
                new Requirement.OfPeople(
                        new CompetenceCode("violence"),
                        Optional.empty(),
                        new TargetGroup.Any(List.of(
                                new TargetGroup.InUnit(new UnitCode("home-care")),
                                new TargetGroup.Position(Set.of("reception")))),
                        Optional.empty(),
                        90));
        Engine engine = fjordvik()
                .competence("violence")
                .rule("violence", achieved("violence-course", months(24)))
                .requirement(violence)
                .engine();

        assertThat(violence.name().in("nn")).isEqualTo("Vold og truslar på arbeidsplassen");
        assertThatIn(engine, kari().employed("home-care", "nurse", "2026-01-01", ""))
                .is(DUE, "2026-03-31")
                .is(OVERDUE, "2026-04-01");
        assertThatIn(
                        engine,
                        kari().employed("school", "reception", "2026-01-01", "").did("violence-course", "2026-02-01"))
                .is(COVERED, "2026-04-01");
        assertThatIn(engine, kari().employed("school", "teacher", "2026-01-01", ""))
                .isNotSubject("2026-04-01");
    }
}
