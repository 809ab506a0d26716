package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * A small municipality by chance, and who must be subject to what in it, told without the engine: employment by
 * employment, from conditions that a reader can check.
 */
final class RandomMunicipality {

    static final List<String> UNITS = List.of("u0", "u1", "u2", "u3", "u4", "u5", "u6");

    /** u0 over u1 and u2; u1 over u3 and u4; u2 over u5; u6 is a root too. */
    static final Map<String, @Nullable String> PARENTS = parents();

    private static final List<String> POSITIONS = List.of("07110", "7110", "7451");
    private static final List<@Nullable String> LEVELS = Arrays.asList(null, null, "2", "3");
    private static final List<String> COURSES = List.of("a", "b", "c");

    record Job(
            String employee,
            String unit,
            String position,
            String level,
            LocalDate from,
            @Nullable LocalDate until) {
        boolean isOn(LocalDate date) {
            return !date.isBefore(from) && (until == null || date.isBefore(until));
        }
    }

    /** A requirement, and for which jobs it is meant. */
    record Rule(String course, Category category, Predicate<Job> binds) {}

    final Map<String, Rule> rules = new LinkedHashMap<>();
    final List<Job> jobs = new ArrayList<>();
    final Map<String, EmployeeId> employees = new LinkedHashMap<>();
    private final Map<String, LocalDate> onLeaveFrom = new LinkedHashMap<>();
    private final Random chance;
    private final Municipality municipality;

    RandomMunicipality(long seed, Municipality municipality, ApplicationContext beans) {
        this.chance = new Random(seed);
        this.municipality = municipality;
        PARENTS.forEach(municipality::unit);
        catalogue(beans);
        for (int i = 0; i < 30; i++) {
            addEmployee(Integer.toString(chance.nextInt(1000) + 1000 * i));
        }
    }

    private void catalogue(ApplicationContext beans) {
        rules.put("below-u1", new Rule("a", Category.STATUTORY, job -> isWithin(job.unit(), "u1")));
        rules.put(
                "nurses",
                new Rule("b", Category.MANDATORY, job -> job.position().equals("7110")));
        rules.put(
                "leaders",
                new Rule("a", Category.RECOMMENDED, job -> !job.level().isEmpty()));
        rules.put("everybody", new Rule("c", Category.MANDATORY, job -> true));
        rules.put(
                "others-in-u0",
                new Rule(
                        "b",
                        Category.STATUTORY,
                        job -> isWithin(job.unit(), "u0") && !job.position().equals("07110")));
        new Catalogue()
                .course("a", new ValidityPolicy.Months(24))
                .course("b", new ValidityPolicy.RenewableMonths(12, 60))
                .course("c", new ValidityPolicy.EndOfYear(1))
                .requirement("below-u1", "a", Category.STATUTORY, new TargetGroup.InUnit(new UnitCode("u1")), 90)
                .requirement("nurses", "b", Category.MANDATORY, new TargetGroup.Position(Set.of("7110")), 0)
                .requirement("leaders", "a", Category.RECOMMENDED, new TargetGroup.LeaderLevel(Set.of("2", "3")), 400)
                .requirement("everybody", "c", Category.MANDATORY, TargetGroup.EVERYONE, 30)
                .requirement(
                        "others-in-u0",
                        "b",
                        Category.STATUTORY,
                        new TargetGroup.All(List.of(
                                new TargetGroup.InUnit(new UnitCode("u0")),
                                new TargetGroup.Not(new TargetGroup.Position(Set.of("07110"))))),
                        0)
                .of(municipality, beans);
    }

    private void addEmployee(String number) {
        EmployeeId id = municipality.employee(number);
        employees.put(number, id);
        for (int i = 0; i <= chance.nextInt(3); i++) {
            addJob(number, id);
        }
        for (int i = 0; i < chance.nextInt(6); i++) {
            municipality.result(id, one(COURSES), day(2022, 2026).minusDays(60));
        }
        if (chance.nextInt(5) == 0) {
            municipality.exemption(id, one(List.copyOf(rules.keySet())), day(2022, 2025), null);
        }
        if (chance.nextInt(5) == 0) {
            LocalDate from = day(2025, 2027);
            municipality.leave(id, from, null);
            onLeaveFrom.put(number, from);
        }
    }

    private void addJob(String number, EmployeeId id) {
        LocalDate from = day(2018, 2027);
        LocalDate until = chance.nextInt(3) == 0 ? from.plusDays(1 + chance.nextInt(2000)) : null;
        String level = one(LEVELS);
        Job job = new Job(number, one(UNITS), one(POSITIONS), level == null ? "" : level, from, until);
        jobs.add(job);
        municipality.employment(id, job.unit(), job.position(), level, null, from, until);
    }

    /** The jobs that make the employee subject to the requirement on the date. */
    List<Job> through(String employee, String requirement, LocalDate date) {
        LocalDate leave = onLeaveFrom.get(employee);
        return jobs.stream()
                .filter(job -> job.employee().equals(employee) && job.isOn(date))
                .filter(job -> leave == null || date.isBefore(leave))
                .filter(job -> rules.get(requirement).binds().test(job))
                .toList();
    }

    static boolean isWithin(String unit, String above) {
        String next = unit;
        while (next != null && !next.equals(above)) {
            next = PARENTS.get(next);
        }
        return next != null;
    }

    private LocalDate day(int firstYear, int lastYear) {
        return LocalDate.of(firstYear, 1, 1).plusDays(chance.nextInt(365 * (lastYear - firstYear + 1)));
    }

    private <T extends @Nullable Object> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static Map<String, @Nullable String> parents() {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        parents.put("u0", null);
        parents.put("u1", "u0");
        parents.put("u2", "u0");
        parents.put("u3", "u1");
        parents.put("u4", "u1");
        parents.put("u5", "u2");
        parents.put("u6", null);
        return parents;
    }
}
