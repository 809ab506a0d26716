package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Demand;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.shared.Timeline;

/**
 * A random rulebook and random histories. Every fact starts within {@link #DAYS} days from {@link #FIRST}, on few
 * different days so that bounds meet, and nothing that ends at all ends later than {@link #HORIZON} days from it.
 */
record World(Rulebook rulebook, List<Person> people, List<UnitFacts> units) {

    static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
    static final int DAYS = 700;
    static final int HORIZON = 2200;

    private static final List<String> UNITS = List.of("fjordvik", "health", "home-care", "ward-3", "school");
    private static final List<String> ITEMS = List.of("a", "b", "c", "d");
    private static final List<String> LEVELS = List.of("A1", "A2", "B1");
    private static final String PLAIN = "first-aid";
    private static final String SCALED = "norwegian";

    static World of(Random random) {
        return new Maker(random).world();
    }

    /** Makes parts of it by chance. */
    record Maker(Random random) {

        World world() {
            Given given = Given.fjordvik().scale("cefr", LEVELS.toArray(String[]::new));
            given.competence(PLAIN, "", policy()).competence(SCALED, "cefr", policy());
            given.item("a", "10").item("b", "7.5").item("c", "");
            repeat(3, () -> given.rule(PLAIN, criterion(2)));
            repeat(3, () -> given.rule(SCALED, one(LEVELS), criterion(2)));
            List<Requirement> requirements = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                requirements.add(requirement("people-" + i, personal()));
            }
            requirements.add(requirement("minimum", minimum()));
            requirements.add(requirement("duty", duty()));
            requirements.forEach(given::requirement);
            return new World(
                    given.rulebook(),
                    IntStream.range(0, 3).mapToObj(this::person).toList(),
                    UNITS.stream().map(this::unit).toList());
        }

        private Requirement requirement(String code, Demand demand) {
            boolean always = random.nextInt(3) > 0;
            DateInterval validity = interval(DAYS);
            return new Requirement(
                    new RequirementCode(code),
                    LocalizedName.of(code),
                    Requirement.Category.STATUTORY,
                    Optional.empty(),
                    Optional.of(validity.from()).filter(_ -> !always),
                    Optional.of(validity.until()).filter(until -> !always && until.isBefore(LocalDate.MAX)),
                    one(List.of(0, 1, 30, 90, 300)),
                    demand);
        }

        private Demand personal() {
            boolean plain = random.nextBoolean();
            return new Requirement.OfPeople(
                    new CompetenceCode(plain ? PLAIN : SCALED),
                    plain ? Optional.empty() : Optional.of(one(LEVELS)),
                    group(2),
                    sometimes(this::date),
                    one(List.of(0, 1, 30, 200)));
        }

        private Demand minimum() {
            return new Requirement.OfUnitMinimum(
                    new CompetenceCode(PLAIN),
                    Optional.empty(),
                    random.nextBoolean() ? TargetGroup.EVERYONE : group(1),
                    List.of(new UnitCode("health"), new UnitCode("ward-3")),
                    1 + random.nextInt(2));
        }

        private Demand duty() {
            return new Requirement.OfUnits(
                    List.of(new UnitCode("fjordvik")),
                    List.of("UNIT"),
                    criterion(1),
                    sometimes(this::date),
                    one(List.of(0, 30)));
        }

        private Criterion criterion(int depth) {
            return switch (random.nextInt(depth > 0 ? 8 : 4)) {
                case 4 -> new Criterion.All(some(() -> criterion(depth - 1)));
                case 5 -> new Criterion.Any(some(() -> criterion(depth - 1)));
                case 6 -> atLeast(some(() -> criterion(depth - 1)));
                case 7 -> hours();
                default ->
                    new Criterion.Achieved(
                            item(),
                            sometimes(() -> BigDecimal.valueOf(50)).filter(_ -> random.nextBoolean()),
                            policy());
            };
        }

        private Criterion atLeast(List<Criterion> of) {
            return new Criterion.AtLeast(1 + random.nextInt(of.size()), of);
        }

        private Criterion hours() {
            return new Criterion.Hours(
                    one(List.of(new BigDecimal("7.5"), new BigDecimal("12"), new BigDecimal("17.50"))),
                    some(this::item),
                    sometimes(() -> one(List.of(1, 6, 12))));
        }

        private ValidityPolicy policy() {
            int months = one(List.of(1, 2, 6, 12));
            return switch (random.nextInt(8)) {
                case 0 -> ValidityPolicy.FOREVER;
                case 1, 2 -> new ValidityPolicy.Months(months);
                case 3 -> new ValidityPolicy.EndOfYear(random.nextInt(2));
                default -> new ValidityPolicy.RenewableMonths(months, random.nextInt(28 * months + 1));
            };
        }

        private TargetGroup group(int depth) {
            return switch (random.nextInt(depth > 0 ? 17 : 12)) {
                case 0, 1 -> new TargetGroup.InUnit(unit());
                case 2 -> new TargetGroup.Position(Set.of("nurse", "leader"));
                case 3 -> new TargetGroup.LeaderLevel(Set.of("unit-leader"));
                case 4 -> new TargetGroup.Role("fire-warden");
                case 5 -> new TargetGroup.HiredFrom(date());
                case 6 -> new TargetGroup.NewHire(one(List.of(1, 6, 12)));
                case 7 -> new TargetGroup.MinFte(BigDecimal.valueOf(50));
                case 8 -> new TargetGroup.Employees(Set.of(number(0), number(1)));
                case 9 -> new TargetGroup.From(date());
                case 12, 13 -> new TargetGroup.All(some(() -> group(depth - 1)));
                case 14, 15 -> new TargetGroup.Any(some(() -> group(depth - 1)));
                case 16 -> new TargetGroup.Not(group(depth - 1));
                default -> TargetGroup.EVERYONE;
            };
        }

        private Person person(int index) {
            return new Person(
                    number(index),
                    list(3, this::employment),
                    list(2, () -> new RoleHeld("fire-warden", interval(DAYS))),
                    list(7, this::result),
                    list(3, this::evidence),
                    list(2, () -> new Exempt(new RequirementCode("people-" + random.nextInt(3)), interval(200))));
        }

        private Employment employment() {
            return new Employment(
                    "E",
                    unit(),
                    one(List.of("nurse", "cook", "leader")),
                    sometimes(() -> "unit-leader"),
                    one(List.of(new BigDecimal("49.9"), new BigDecimal("50.0"), new BigDecimal("100"))),
                    interval(DAYS),
                    Timeline.of(list(2, () -> interval(100))));
        }

        Result result() {
            LocalDate on = date();
            return new Result(
                    item(),
                    on,
                    sometimes(() -> one(List.of(new BigDecimal("49.5"), new BigDecimal("50.00")))),
                    sometimes(() -> one(List.of(new BigDecimal("2.5"), BigDecimal.ZERO))),
                    rarely(() -> on.plusDays(1 + random.nextInt(300))));
        }

        Evidence evidence() {
            LocalDate on = date();
            boolean plain = random.nextBoolean();
            return new Evidence(
                    new CompetenceCode(plain ? PLAIN : SCALED),
                    plain ? Optional.empty() : Optional.of(one(LEVELS)),
                    on,
                    sometimes(() -> on.plusDays(1 + random.nextInt(300))),
                    one(List.of(Evidence.Kind.values())));
        }

        private UnitFacts unit(String code) {
            return new UnitFacts(new UnitCode(code), list(5, () -> Result.of(item(), date())));
        }

        private static EmployeeNumber number(int index) {
            return new EmployeeNumber("100" + index);
        }

        private UnitCode unit() {
            return new UnitCode(one(UNITS));
        }

        private ItemCode item() {
            return new ItemCode(one(ITEMS));
        }

        private LocalDate date() {
            return FIRST.plusDays(31L + 30L * random.nextInt(21) + random.nextInt(2));
        }

        private DateInterval interval(int longest) {
            LocalDate from = date();
            boolean open = random.nextInt(4) == 0;
            return new DateInterval(from, open ? LocalDate.MAX : from.plusDays(1 + random.nextInt(longest)));
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private <T> Optional<T> sometimes(Supplier<T> value) {
            return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
        }

        private <T> Optional<T> rarely(Supplier<T> value) {
            return random.nextInt(6) == 0 ? Optional.of(value.get()) : Optional.empty();
        }

        private <T> List<T> list(int most, Supplier<T> value) {
            return Stream.generate(value).limit(random.nextInt(most + 1)).toList();
        }

        private <T> List<T> some(Supplier<T> value) {
            return Stream.generate(value).limit(1 + random.nextInt(3)).toList();
        }

        private void repeat(int most, Runnable action) {
            IntStream.range(0, random.nextInt(most + 1)).forEach(_ -> action.run());
        }
    }
}
