package no.kompetansebro.coverage.engine;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;

/**
 * How long one person takes, in processor time of one thread: 60 requirements of which about 20 bind, 15 results. Run
 * its main after {@code mvn test-compile}.
 */
final class Benchmark {

    private static final int PEOPLE = 20_000;
    private static final int ROUNDS = 6;
    private static final int REQUIREMENTS = 60;
    private static final Random RANDOM = new Random(1);

    private Benchmark() {}

    public static void main(String[] args) {
        Engine engine = engine();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person());
        }
        for (int round = 0; round < ROUNDS; round++) {
            long start = processorTime();
            long obligations = 0;
            long segments = 0;
            for (Person person : people) {
                for (Obligation obligation : engine.obligations(person)) {
                    obligations++;
                    segments += obligation.segmentCount();
                }
            }
            double micros = (processorTime() - start) / 1000.0;
            System.out.printf(
                    "%.1f µs a person, %.2f µs an obligation; %.1f obligations a person, %.1f segments each%n",
                    micros / PEOPLE,
                    micros / obligations,
                    (double) obligations / PEOPLE,
                    (double) segments / obligations);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Engine engine() {
        Given given = Given.fjordvik();
        for (int i = 0; i < 200; i++) {
            given.unit("unit-" + i, i < 20 ? "fjordvik" : "unit-" + i % 20, "UNIT");
        }
        for (int i = 0; i < REQUIREMENTS; i++) {
            given.competence("c-" + i)
                    .rule("c-" + i, criterion(i))
                    .requirement("r-" + i, Given.demand("c-" + i, group(i), 90));
        }
        return given.engine();
    }

    private static Criterion criterion(int i) {
        Criterion course = Given.achieved("item-" + i, Given.renewable(24, 60));
        return switch (i % 4) {
            case 0 -> course;
            case 1 -> Given.achieved("item-" + i, new ValidityPolicy.EndOfYear(1));
            case 2 -> new Criterion.Any(List.of(course, Given.achieved("item-" + (i + 1), 80, Given.months(12))));
            default -> new Criterion.All(List.of(course, Given.achieved("item-" + (i - 1))));
        };
    }

    private static TargetGroup group(int i) {
        TargetGroup unit = new TargetGroup.InUnit(new UnitCode("unit-" + i % 20));
        TargetGroup position = new TargetGroup.Position(Set.of("position-" + i % 3, "position-9"));
        return switch (i % 6) {
            case 0 -> TargetGroup.EVERYONE;
            case 1, 2 -> position;
            case 3 -> new TargetGroup.All(List.of(new TargetGroup.Not(unit), position));
            case 4 -> new TargetGroup.Any(List.of(unit, new TargetGroup.Role("fire-warden")));
            default -> new TargetGroup.All(List.of(unit, position, new TargetGroup.NewHire(6)));
        };
    }

    private static Person person() {
        Given.Who who = Given.kari();
        String position = "position-" + RANDOM.nextInt(3);
        who = who.employed("unit-" + RANDOM.nextInt(200), position, day(2015), RANDOM.nextInt(5) > 0 ? "" : day(2027));
        who = RANDOM.nextBoolean() ? who : who.employed("unit-" + RANDOM.nextInt(200), position, day(2020), day(2024));
        for (int i = 0; i < 15; i++) {
            who = who.did("item-" + RANDOM.nextInt(REQUIREMENTS / 3), day(2021 + RANDOM.nextInt(6)));
        }
        return who.person();
    }

    private static String day(int year) {
        return "%d-%02d-%02d".formatted(year, 1 + RANDOM.nextInt(12), 1 + RANDOM.nextInt(28));
    }
}
