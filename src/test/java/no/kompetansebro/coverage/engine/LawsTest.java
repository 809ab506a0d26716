package no.kompetansebro.coverage.engine;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.MinimumStanding.Level;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Reference.Answers;
import no.kompetansebro.coverage.engine.Reference.Fields;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** The laws of coverage.md section 12, and the engine against {@link Reference}, over random worlds. */
class LawsTest {

    @Property(tries = 25)
    void judgesPeopleAsTheContractSays(@ForAll("worlds") World world) {
        Reference reference = new Reference(world.rulebook());
        Engine engine = new Engine(world.rulebook());
        for (Person person : world.people()) {
            Map<RequirementCode, Obligation> obligations = byRequirement(engine.obligations(person));
            for (Requirement requirement : demanding(world, OfPeople.class)) {
                Optional<Obligation> obligation = Optional.ofNullable(obligations.get(requirement.code()));
                assertSame(obligation, reference.person(person, requirement));
                obligation.ifPresent(each -> assertEmployments(reference, person, requirement, each));
            }
        }
    }

    private static void assertEmployments(
            Reference reference, Person person, Requirement requirement, Obligation obligation) {
        for (int i = 0; i < person.employments().size(); i++) {
            Employment employment = person.employments().get(i);
            for (LocalDate date : dates().toList()) {
                assertThat(obligation.byEmployment().get(i).contains(date))
                        .isEqualTo(reference.isSubject(person, employment, requirement, date));
            }
        }
    }

    @Property(tries = 20)
    void judgesUnitsAsTheContractSays(@ForAll("worlds") World world) {
        Reference reference = new Reference(world.rulebook());
        Engine engine = new Engine(world.rulebook());
        Requirement duty = demanding(world, OfUnits.class).getFirst();
        for (UnitFacts unit : world.units()) {
            assertSame(engine.unitDuties(unit).stream().findAny(), reference.unit(unit, duty));
        }
    }

    private static void assertSame(Optional<Obligation> obligation, Answers expected) {
        dates().forEach(date -> assertThat(
                        obligation.flatMap(each -> each.on(date)).map(Fields::of))
                .as("on %s", date)
                .isEqualTo(expected.on(date)));
    }

    @Property(tries = 25)
    void countsHeadsAsTheContractSays(@ForAll("worlds") World world, @ForAll Random random) {
        Reference reference = new Reference(world.rulebook());
        Engine engine = new Engine(world.rulebook());
        Requirement minimum = demanding(world, OfUnitMinimum.class).getFirst();
        for (LocalDate asOf : dates().filter(_ -> random.nextInt(40) == 0).toList()) {
            HeadCount heads = engine.headCount(asOf);
            HeadCount others = engine.headCount(asOf);
            world.people().forEach(person -> (random.nextBoolean() ? heads : others).add(person));
            heads.add(others);

            assertThat(heads.standings()).isEqualTo(standings(reference, world.people(), minimum, asOf));
        }
    }

    private static List<MinimumStanding> standings(
            Reference reference, List<Person> people, Requirement minimum, LocalDate asOf) {
        OfUnitMinimum demand = (OfUnitMinimum) minimum.demand();
        List<MinimumStanding> standings = new ArrayList<>();
        for (UnitCode unit : Reference.isInForce(minimum, asOf) ? demand.units() : List.<UnitCode>of()) {
            Function<LocalDate, Long> heads = reference.heads(people, minimum, unit, asOf);
            int holders = heads.apply(asOf).intValue();
            Optional<LocalDate> fewer = asOf.plusDays(1)
                    .datesUntil(asOf.plusDays(minimum.warningDays() + 1L))
                    .filter(day -> Reference.isInForce(minimum, day))
                    .filter(day -> heads.apply(day) < demand.count())
                    .findFirst()
                    .filter(_ -> holders >= demand.count());
            Level met = fewer.isPresent() ? Level.AT_RISK : Level.MET;
            standings.add(new MinimumStanding(
                    minimum.code(),
                    unit,
                    demand.count(),
                    holders,
                    holders < demand.count() ? Level.NOT_MET : met,
                    fewer));
        }
        return standings;
    }

    @Property(tries = 100)
    void neverLowersCoverageByMoreResults(@ForAll("worlds") World world, @ForAll Random random) {
        Engine engine = new Engine(world.rulebook());
        World.Maker more = new World.Maker(random);
        for (Person person : world.people()) {
            Person richer = with(person, and(person.results(), more.result()), and(person.evidence(), more.evidence()));
            Map<RequirementCode, Obligation> after = byRequirement(engine.obligations(richer));
            for (Obligation before : engine.obligations(person)) {
                dates().filter(date -> isCovered(before, date))
                        .forEach(date -> assertThat(isCovered(after.get(before.requirement()), date))
                                .as("%s on %s", before.requirement(), date)
                                .isTrue());
            }
        }
    }

    @Property(tries = 100)
    void doesNotDependOnWhatIsAchievedLater(@ForAll("worlds") World world, @ForAll Random random) {
        Engine engine = new Engine(world.rulebook());
        for (Person person : world.people()) {
            List<Obligation> all = engine.obligations(person);
            for (LocalDate date : dates().filter(_ -> random.nextInt(10) == 0).toList()) {
                List<Obligation> known = engine.obligations(asKnownOn(date, person));
                for (int i = 0; i < all.size(); i++) {
                    assertThat(all.get(i).on(date).map(Fields::of))
                            .isEqualTo(known.get(i).on(date).map(Fields::of));
                }
            }
        }
    }

    private static Person asKnownOn(LocalDate date, Person person) {
        return with(
                person,
                person.results().stream()
                        .filter(each -> !each.achievedOn().isAfter(date))
                        .toList(),
                person.evidence().stream()
                        .filter(each -> !each.achievedOn().isAfter(date))
                        .toList());
    }

    @Property(tries = 100)
    void isIndifferentToTheOrderOfFacts(@ForAll("worlds") World world, @ForAll Random random) {
        Engine engine = new Engine(world.rulebook());
        for (Person person : world.people()) {
            Person shuffled = new Person(
                    person.number(),
                    shuffled(person.employments(), random),
                    shuffled(person.roles(), random),
                    shuffled(person.results(), random),
                    shuffled(person.evidence(), random),
                    shuffled(person.exemptions(), random));

            assertThat(engine.obligations(shuffled).stream().map(Obligation::segments))
                    .isEqualTo(engine.obligations(person).stream()
                            .map(Obligation::segments)
                            .toList());
        }
    }

    @Property(tries = 100)
    void writesEachObligationAsAStepFunctionOfItsSubjectDates(@ForAll("worlds") World world) {
        Engine engine = new Engine(world.rulebook());
        Stream<Obligation> obligations = Stream.concat(
                world.people().stream().flatMap(person -> engine.obligations(person).stream()),
                world.units().stream().flatMap(unit -> engine.unitDuties(unit).stream()));
        obligations.forEach(obligation -> {
            List<DateInterval> pieces =
                    obligation.segments().stream().map(Segment::dates).toList();
            assertThat(Timeline.of(pieces)).isEqualTo(obligation.subject());
            for (int i = 1; i < pieces.size(); i++) {
                assertThat(pieces.get(i - 1).until())
                        .isBeforeOrEqualTo(pieces.get(i).from());
            }
        });
    }

    @Property(tries = 100)
    void addsUpGapDays(@ForAll("worlds") World world, @ForAll Random random) {
        Engine engine = new Engine(world.rulebook());
        LocalDate from = World.FIRST.plusDays(random.nextInt(World.DAYS));
        DateInterval period = new DateInterval(from, from.plusDays(1 + random.nextInt(400)));
        for (Person person : world.people()) {
            for (Obligation obligation : engine.obligations(person)) {
                long expected = period.from()
                        .datesUntil(period.until())
                        .flatMap(date -> obligation.on(date).stream())
                        .filter(each -> each.status() == Status.OVERDUE || each.status() == Status.EXPIRED)
                        .count();

                assertThat(obligation.gapDays(period)).isEqualTo(expected);
            }
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.randomValue(World::of);
    }

    private static Stream<LocalDate> dates() {
        return IntStream.range(1, World.DAYS + 400).mapToObj(World.FIRST::plusDays);
    }

    private static List<Requirement> demanding(World world, Class<?> demand) {
        return world.rulebook().requirements().stream()
                .filter(each -> demand.isInstance(each.demand()))
                .toList();
    }

    private static Map<RequirementCode, Obligation> byRequirement(List<Obligation> obligations) {
        return obligations.stream().collect(toMap(Obligation::requirement, Function.identity()));
    }

    private static boolean isCovered(Obligation obligation, LocalDate date) {
        return obligation.on(date).filter(each -> each.status().isCovered()).isPresent();
    }

    private static Person with(Person person, List<Result> results, List<Evidence> evidence) {
        return new Person(
                person.number(), person.employments(), person.roles(), results, evidence, person.exemptions());
    }

    private static <T> List<T> and(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
