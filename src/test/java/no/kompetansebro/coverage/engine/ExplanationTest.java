package no.kompetansebro.coverage.engine;

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
import static no.kompetansebro.coverage.engine.Given.result;
import static no.kompetansebro.coverage.engine.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Explanation.Counted;
import no.kompetansebro.coverage.engine.Explanation.Direct;
import no.kompetansebro.coverage.engine.Explanation.Due;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.coverage.engine.Explanation.Part;
import no.kompetansebro.coverage.engine.Explanation.Through;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;

/** Explanations (coverage.md section 11). */
class ExplanationTest {

    private static final RequirementCode IN_CARE = new RequirementCode("in-care");

    @Example
    void namesTheEmploymentAndThePartsOfTheTargetGroupThatMakeSubject() {
        TargetGroup health = new TargetGroup.InUnit(new UnitCode("health"));
        TargetGroup cook = new TargetGroup.Position(Set.of("cook"));
        TargetGroup either = new TargetGroup.Any(List.of(cook, health));
        var kari = kari().employed("school", "teacher", "2020-01-01", "").employed("ward-3", "nurse", "2024-03-01", "");

        Explanation why =
                explain(fjordvik().competence("first-aid"), demand("first-aid", either, 30), kari, "2024-04-01");

        assertThat(why.employments())
                .containsExactly(new Through(
                        kari.person().employments().getLast(),
                        dates("2024-03-01", ""),
                        new Part(
                                either,
                                true,
                                Optional.of(dates("2024-03-01", "")),
                                List.of(
                                        new Part(cook, false, Optional.empty(), List.of()),
                                        new Part(health, true, Optional.of(dates("2024-03-01", "")), List.of())))));
        assertThat(why.subject()).isEqualTo(dates("2024-03-01", ""));
        assertThat(why.due()).isEqualTo(new Due.Grace(date("2024-03-01"), 30, date("2024-03-31")));
    }

    @Example
    void showsTheResultsBehindEveryNode() {
        Criterion theory = achieved("theory", 80, renewable(12, 60));
        Criterion practice = hours("8", 24, "practice");
        Given given =
                fjordvik().competence("first-aid").rule("first-aid", new Criterion.All(List.of(theory, practice)));
        var kari = kari().employed("2020-01-01", "")
                .with(scored("theory", "2024-01-10", 79))
                .with(scored("theory", "2024-02-10", 95))
                .with(Given.withHours("5", "practice", "2024-03-01"))
                .did("theory", "2025-01-01")
                .exempt("in-care", "2024-03-01", "2024-05-01")
                .with(evidence("first-aid", "", "2024-01-01", "", Evidence.Kind.DECLARATION))
                .with(evidence("first-aid", "", "2023-01-01", "2024-01-01", Evidence.Kind.CERTIFICATE));

        Explanation why = explain(given, everyone("first-aid", 0), kari, "2024-04-01");

        assertThat(why.rules().getFirst().criterion().nodes())
                .containsExactly(
                        new Node(
                                theory,
                                true,
                                Optional.of(dates("2024-02-10", "2025-02-10")),
                                Optional.empty(),
                                List.of(
                                        new Counted(scored("theory", "2024-01-10", 79), Optional.empty()),
                                        new Counted(
                                                scored("theory", "2024-02-10", 95),
                                                Optional.of(dates("2024-02-10", "2025-02-10")))),
                                List.of()),
                        new Node(
                                practice,
                                false,
                                Optional.empty(),
                                Optional.of(new BigDecimal("5")),
                                List.of(new Counted(
                                        Given.withHours("5", "practice", "2024-03-01"),
                                        Optional.of(dates("2024-03-01", "2026-03-01")))),
                                List.of()));
        assertThat(why.evidence())
                .extracting(Direct::dates)
                .containsExactly(Optional.of(dates("2023-01-01", "2024-01-01")), Optional.empty());
        assertThat(why.exemption()).contains(dates("2024-03-01", "2024-05-01"));
        assertThat(why.standing().status()).isEqualTo(Status.EXEMPT);
        assertThat(why.standing().nextChange()).contains(date("2024-05-01"));
    }

    @Example
    void isEmptyWhenNotSubject() {
        Engine engine = fjordvik()
                .competence("first-aid")
                .requirement("in-care", everyone("first-aid", 0))
                .engine();

        assertThat(engine.explanation(kari().employed("2024-01-01", "").person(), IN_CARE, date("2023-12-31")))
                .isEmpty();
        assertThat(engine.explanation(kari().employed("2024-01-01", "").person(), IN_CARE, date("2024-01-01")))
                .isPresent();
    }

    @Example
    void choosesAnItemThatServesTwoNodes() {
        Given given = fjordvik()
                .item("a", "5")
                .item("b", "6")
                .item("c", "6")
                .competence("first-aid")
                .rule("first-aid", new Criterion.All(List.of(hours("10", 0, "c", "b", "a"), achieved("a"))))
                .rule("first-aid", new Criterion.AtLeast(3, List.of(achieved("d"), achieved("e"), achieved("f"))));

        assertThat(nextSteps(given, kari().employed("2020-01-01", ""), "2024-01-01"))
                .containsExactly("c", "a");
        assertThat(nextSteps(
                        given,
                        kari().employed("2020-01-01", "").did("d", "2021-01-01").did("f", "2021-01-01"),
                        "2024-01-01"))
                .containsExactly("e");
    }

    @Example
    void proposesARenewalOfWhatIsAboutToEnd() {
        Given given = fjordvik().competence("first-aid").rule("first-aid", achieved("course", months(12)));
        var kari = kari().employed("2020-01-01", "").did("course", "2024-01-01");

        assertThat(nextSteps(given, kari, "2024-12-01")).containsExactly("course");
        assertThat(nextSteps(given, kari, "2024-06-01")).isEmpty();
    }

    @Example
    void proposesNothingWhenNoItemHelps() {
        Given given = fjordvik()
                .item("a", "5")
                .competence("first-aid")
                .rule("first-aid", hours("10", 0, "a", "without-hours"));

        assertThat(nextSteps(given, kari().employed("2020-01-01", ""), "2024-01-01"))
                .isEmpty();
    }

    @Example
    void findsItsWayThroughManySmallCourses() {
        Given given = fjordvik().competence("first-aid");
        String[] items =
                Stream.iterate(1, i -> i + 1).limit(60).map(i -> "hour-" + i).toArray(String[]::new);
        Stream.of(items).forEach(item -> given.item(item, "1"));
        given.rule(
                "first-aid",
                new Criterion.AtLeast(2, List.of(hours("30", 0, items), achieved("hour-60"), hours("31", 0, items))));

        assertThat(nextSteps(given, kari().employed("2020-01-01", ""), "2024-01-01"))
                .hasSize(30)
                .contains("hour-60");
    }

    private static List<String> nextSteps(Given given, Given.Who who, String asOf) {
        return explain(given, everyone("first-aid", 0), who, asOf).nextSteps().stream()
                .map(ItemCode::value)
                .toList();
    }

    private static Explanation explain(
            Given given, no.kompetansebro.requirement.Requirement.Demand demand, Given.Who who, String asOf) {
        Rulebook rules = given.rulebook();
        Engine engine = new Engine(new Rulebook(
                rules.units(),
                rules.scales(),
                rules.competences(),
                rules.items(),
                rules.awardRules(),
                List.of(Given.requirement("in-care", 90, demand))));
        return engine.explanation(who.person(), IN_CARE, date(asOf)).orElseThrow();
    }

    @Property(tries = 100)
    void agreesWithTheObligationAndFindsTheSmallestSet(@ForAll("worlds") World world, @ForAll Random random) {
        Engine engine = new Engine(world.rulebook());
        for (Person person : world.people()) {
            for (Obligation obligation : engine.obligations(person)) {
                LocalDate date = World.FIRST.plusDays(random.nextInt(World.DAYS));
                engine.explanation(person, obligation.requirement(), date)
                        .ifPresentOrElse(
                                why -> assertAgrees(engine, person, obligation, why),
                                () -> assertThat(obligation.on(date)).isEmpty());
            }
        }
    }

    private static void assertAgrees(Engine engine, Person person, Obligation obligation, Explanation why) {
        LocalDate date = why.asOf();
        boolean held = why.standing().heldFrom().isPresent();
        boolean byRule = why.rules().stream().anyMatch(rule -> rule.criterion().holds());
        boolean byEvidence =
                why.evidence().stream().flatMap(each -> each.dates().stream()).anyMatch(dates -> dates.contains(date));
        assertThat(why.standing()).isEqualTo(obligation.on(date).orElseThrow());
        assertThat(why.due().deadline()).isEqualTo(why.standing().deadline());
        assertThat(why.employments())
                .isNotEmpty()
                .allMatch(each -> each.targetGroup().holds());
        assertThat(byRule || byEvidence).isEqualTo(held);

        Optional<Integer> smallest = subsets()
                .filter(items -> helps(engine, person, why, items))
                .map(List::size)
                .min(Integer::compare);
        boolean needed = !held || why.standing().status() == Status.EXPIRING;
        assertThat(why.nextSteps()).hasSize(needed ? smallest.orElse(0) : 0);
        assertThat(why.nextSteps().isEmpty() || helps(engine, person, why, why.nextSteps()))
                .isTrue();
    }

    private static Stream<List<ItemCode>> subsets() {
        List<ItemCode> items = Stream.of("a", "b", "c", "d").map(ItemCode::new).toList();
        return Stream.iterate(1, bits -> bits + 1)
                .limit(15)
                .map(bits -> items.stream()
                        .filter(item -> (bits >> items.indexOf(item) & 1) == 1)
                        .toList());
    }

    /** Whether the items, achieved on the date with full score, would cover on it, or carry past the end. */
    private static boolean helps(Engine engine, Person person, Explanation why, List<ItemCode> items) {
        List<Result> results = Stream.concat(
                        person.results().stream()
                                .filter(each -> !each.achievedOn().isAfter(why.asOf())),
                        items.stream()
                                .map(item -> new Result(
                                        item,
                                        why.asOf(),
                                        Optional.of(BigDecimal.valueOf(100)),
                                        Optional.empty(),
                                        Optional.empty())))
                .toList();
        Person done = new Person(
                person.number(), person.employments(), person.roles(), results, person.evidence(), person.exemptions());
        Segment after = engine.explanation(done, why.requirement(), why.asOf())
                .orElseThrow()
                .standing();
        boolean longer = after.heldUntil().isEmpty()
                || why.standing()
                        .heldUntil()
                        .filter(end -> after.heldUntil().get().isAfter(end))
                        .isPresent();
        return after.heldFrom().isPresent() && (why.standing().heldFrom().isEmpty() || longer);
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.randomValue(World::of);
    }

    @Example
    void knowsNothingOfLaterResults() {
        Given given = fjordvik().competence("first-aid").rule("first-aid", achieved("course"));
        var kari = kari().employed("2020-01-01", "").with(result("course", "2024-05-01"));

        assertThat(explain(given, everyone("first-aid", 0), kari, "2024-04-30")
                        .rules()
                        .getFirst()
                        .criterion()
                        .results())
                .isEmpty();
        assertThat(explain(given, everyone("first-aid", 0), kari, "2024-05-01")
                        .rules()
                        .getFirst()
                        .criterion()
                        .results())
                .hasSize(1);
    }
}
