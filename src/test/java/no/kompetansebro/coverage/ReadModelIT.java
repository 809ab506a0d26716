package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The read model answers what the facts answer, whatever happened and in whatever order; here every unit counts as big. */
@SpringBootTest(
        properties = {
            "kompetansebro.database.directory=temporary",
            "kompetansebro.coverage.figures.few-people=0",
            "kompetansebro.coverage.figures.big-unit=3",
            "kompetansebro.coverage.figures.split-unit=5",
            "kompetansebro.coverage.figures.many-changes=6"
        })
class ReadModelIT {

    private static final Viewer HR = Viewer.ofEverything();
    private static final List<String> UNITS =
            List.of("kommune", "helse", "hjemme", "sykehjem", "natt", "oppvekst", "skole", "barnehage");
    private static final List<String> COURSES = List.of("first-aid", "ethics", "fire", "hygiene");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @Autowired
    CoverageOfReadModel readModel;

    @Autowired
    CoverageOfObligations fromFacts;

    @Autowired
    Upkeep upkeep;

    Municipality fjordvik;
    List<EmployeeId> people;
    List<String> employments;

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        people = new ArrayList<>();
        employments = new ArrayList<>();
        List<@Nullable String> parents = new ArrayList<>();
        parents.add(null);
        parents.addAll(List.of("kommune", "helse", "helse", "sykehjem", "kommune", "oppvekst", "oppvekst"));
        for (int i = 0; i < UNITS.size(); i++) {
            fjordvik.unit(UNITS.get(i), parents.get(i));
        }
        catalogue(60).of(fjordvik, beans);
    }

    private static Catalogue catalogue(int graceDays) {
        return new Catalogue()
                .course("first-aid", new ValidityPolicy.RenewableMonths(24, 60))
                .course("ethics", new ValidityPolicy.EndOfYear(1))
                .course("fire", ValidityPolicy.FOREVER)
                .course("hygiene", new ValidityPolicy.Months(12))
                .requirement("aid", "first-aid", Category.STATUTORY, unit("helse"), graceDays)
                .requirement("aid-night", "first-aid", Category.MANDATORY, unit("natt"), 0)
                .requirement("ethics", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 30)
                .requirement("fire", "fire", Category.RECOMMENDED, new TargetGroup.Role("brannvern"), 10)
                .requirement("clean", "hygiene", Category.RECOMMENDED, new TargetGroup.Position(Set.of("p1", "p2")), 5)
                .requirement("leaders", "ethics", Category.STATUTORY, new TargetGroup.LeaderLevel(Set.of("2")), 100)
                .minimum("two", "fire", "helse", 2);
    }

    private static TargetGroup unit(String code) {
        return new TargetGroup.InUnit(new UnitCode(code));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersWhatTheFactsAnswerWhateverHappens(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            hire(random);
        }
        answersAlike(random);
        for (int round = 0; round < 12; round++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                happens(random);
            }
            if (random.nextInt(4) == 0) {
                fjordvik.in(() -> {
                    upkeep.tidyUp();
                    return 0;
                });
            }
            answersAlike(random);
        }
        assertThat(traces()).isEqualTo(tracesCalculatedAnew());
    }

    @Test
    void followsAChangeOfTheRulesAndOfTheUnits() {
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            hire(random);
        }
        answersAlike(random);

        catalogue(400).of(fjordvik, beans);
        answersAlike(random);

        fjordvik.sql("update unit set parent_code = 'oppvekst' where unit_code = 'sykehjem'");
        answersAlike(random);
    }

    @Test
    void reflectsWhatTheOwnTransactionHasNotYetCommitted() {
        EmployeeId kari = fjordvik.employee("07110");
        fjordvik.employment(kari, "natt", LocalDate.of(2020, 1, 1), null);
        Question question = Question.asOf(LocalDate.of(2026, 6, 15)).of(new RequirementCode("aid"));
        assertThat(covered(question)).isZero();

        fjordvik.in(() -> transactions.execute(status -> {
            result(kari, "first-aid", LocalDate.of(2026, 6, 1));
            assertThat(readModel.figures(HR, question).covered()).isEqualTo(1);
            status.setRollbackOnly();
            return 0;
        }));

        assertThat(covered(question)).isZero();
    }

    private long covered(Question question) {
        return fjordvik.in(() -> readModel.figures(HR, question).covered());
    }

    private void hire(Random random) {
        EmployeeId employee = fjordvik.employee("e" + people.size());
        people.add(employee);
        for (int posts = random.nextInt(1, 4); posts > 0; posts--) {
            employment(employee, random);
        }
        for (int results = random.nextInt(6); results > 0; results--) {
            result(employee, random);
        }
    }

    private void happens(Random random) {
        EmployeeId employee = people.get(random.nextInt(people.size()));
        String employment = employments.get(random.nextInt(employments.size()));
        LocalDate from = date(random);
        LocalDate until = from.plusDays(random.nextInt(1, 400));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> result(employee, random);
            case 3 -> fjordvik.sql("update result set revoked_at = now() where employee_id = ?", employee.value());
            case 4 ->
                fjordvik.sql(
                        "update employment set valid_until = ? where employment_no = ? and valid_from < ?",
                        from,
                        employment,
                        from);
            case 5 ->
                fjordvik.sql(
                        "insert into employment_leave (employer_id, employment_no, valid_from, valid_until)"
                                + " values (:e, ?, ?, ?) on conflict do nothing",
                        employment,
                        from,
                        until);
            case 6 ->
                fjordvik.sql(
                        "insert into role_holding (employer_id, employee_id, role, valid_from, valid_until)"
                                + " values (:e, ?, 'brannvern', ?, ?) on conflict do nothing",
                        employee.value(),
                        from,
                        until);
            case 7 ->
                fjordvik.sql(
                        "insert into exemption (employer_id, employee_id, requirement, valid_from, valid_until, reason)"
                                + " values (:e, ?, 'ethics', ?, ?, 'x') on conflict do nothing",
                        employee.value(),
                        from,
                        until);
            default -> hire(random);
        }
    }

    private void employment(EmployeeId employee, Random random) {
        LocalDate from = date(random);
        String number = UUID.randomUUID().toString();
        employments.add(number);
        fjordvik.sql(
                "insert into employment (employer_id, employment_no, employee_id, unit_code, position_code, leader_level,"
                        + " valid_from, valid_until) values (:e, ?, ?, ?, ?, ?, ?, ?)",
                number,
                employee.value(),
                UNITS.get(random.nextInt(UNITS.size())),
                "p" + random.nextInt(4),
                random.nextBoolean() ? null : "" + random.nextInt(1, 4),
                from,
                random.nextBoolean() ? null : from.plusDays(random.nextInt(1, 2000)));
    }

    private void result(EmployeeId employee, Random random) {
        fjordvik.in(() -> transactions.execute(status -> {
            result(employee, COURSES.get(random.nextInt(COURSES.size())), date(random));
            return 0;
        }));
    }

    private void result(EmployeeId employee, String course, LocalDate date) {
        jdbc.sql("insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)"
                        + " values (current_employer(), 'test', ?, ?, ?, ?, now())")
                .param(UUID.randomUUID().toString())
                .param(employee.value())
                .param(course)
                .param(date)
                .update();
    }

    private static LocalDate date(Random random) {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2800));
    }

    private void answersAlike(Random random) {
        fjordvik.in(() -> {
            for (int i = 0; i < 4; i++) {
                answersAlike(question(random), random);
            }
            return 0;
        });
    }

    private void answersAlike(Question question, Random random) {
        List<LocalDate> dates = random.ints(random.nextInt(1, 8), 0, 4000)
                .mapToObj(LocalDate.of(2018, 6, 1)::plusDays)
                .toList();

        for (Viewer viewer : List.of(HR, viewer(random))) {
            assertThat(readModel.trend(viewer, question, dates)).isEqualTo(fromFacts.trend(viewer, question, dates));
            for (By by : By.values()) {
                assertThat(readModel.summary(viewer, question, by))
                        .as("%s of %s for %s", by, question, viewer)
                        .isEqualTo(fromFacts.summary(viewer, question, by));
            }
        }
    }

    /** Sees one or two units with all below them, and herself, who may work elsewhere. */
    private Viewer viewer(Random random) {
        UnitTree tree = beans.getBean(Units.class).tree();
        Set<UnitCode> led = Stream.of(random.nextInt(1, 4), random.nextInt(2, 8))
                .map(unit -> new UnitCode(UNITS.get(unit)))
                .collect(Collectors.toSet());
        Set<UnitCode> seen = led.stream().flatMap(u -> tree.within(u).stream()).collect(Collectors.toSet());
        EmployeeId self = people.get(random.nextInt(people.size()));
        return new Viewer(Optional.of(self), seen, led, Set.of(), false, false, false);
    }

    private static Question question(Random random) {
        Question question = Question.asOf(date(random));
        if (random.nextBoolean()) {
            question = question.in(new UnitCode(UNITS.get(random.nextInt(UNITS.size()))));
        }
        return switch (random.nextInt(5)) {
            case 0 -> question.headline();
            case 1 -> question.of(new RequirementCode(random.nextBoolean() ? "ethics" : "two"));
            case 2 ->
                new Question(
                        question.asOf(),
                        question.unit(),
                        question.requirement(),
                        question.employee(),
                        EnumSet.of(Status.DUE, Status.COVERED),
                        Set.of());
            default -> question;
        };
    }

    private List<String> traces() {
        return fjordvik.in(() -> transactions.execute(
                status -> jdbc.sql("select employee_id || encode(trace, 'hex') from coverage_trace order by 1")
                        .query(String.class)
                        .list()));
    }

    private List<String> tracesCalculatedAnew() {
        fjordvik.sql("delete from coverage_trace");
        fjordvik.sql("delete from coverage_model");
        fjordvik.in(upkeep::catchUp);
        return traces();
    }
}
