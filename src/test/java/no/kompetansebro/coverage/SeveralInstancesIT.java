package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import no.kompetansebro.Kompetansebro;
import no.kompetansebro.benchmark.BenchmarkCatalogue;
import no.kompetansebro.benchmark.Population;
import no.kompetansebro.benchmark.Region;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.recalculation.People;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two instances of the application on one database share the work, and get into each other's way nowhere. */
@SpringBootTest(
        properties = {
            "kompetansebro.database.directory=temporary",
            SecondInstance.KEY_SECRET,
            SeveralInstancesIT.UNSCHEDULED,
            SeveralInstancesIT.FEW,
            SeveralInstancesIT.BIG,
            SeveralInstancesIT.MANY
        })
@Import(SeveralInstancesIT.Calculated.class)
class SeveralInstancesIT {

    static final String UNSCHEDULED = "db-scheduler.enabled=false";
    static final String FEW = "kompetansebro.coverage.figures.few-people=0";
    static final String BIG = "kompetansebro.coverage.figures.big-unit=20";
    static final String MANY = "kompetansebro.coverage.figures.many-changes=30";

    private static final Viewer HR = Viewer.ofEverything();
    private static final List<String> COURSES = List.of("first-aid", "ethics", "fire");
    private static final int PEOPLE = 4_000;

    private static ConfigurableApplicationContext other;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    CoverageOfReadModel readModel;

    @Autowired
    CoverageOfObligations fromFacts;

    @Autowired
    Upkeep upkeep;

    Municipality fjordvik;

    /** Counts the employees that an instance calculates. */
    static final class Calculated implements BeanPostProcessor {

        final AtomicInteger employees = new AtomicInteger();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof People people ? counted(people) : bean;
        }

        private People counted(People people) {
            return new People() {
                @Override
                public Rulebook rulebook(UnitTree units) {
                    return people.rulebook(units);
                }

                @Override
                public void read(Collection<EmployeeId> some, BiConsumer<EmployeeId, Person> sink) {
                    employees.addAndGet(some.size());
                    people.read(some, sink);
                }
            };
        }
    }

    @BeforeAll
    static void startTheOther(@Autowired ApplicationContext first) {
        List<String> arguments = new ArrayList<>(SecondInstance.properties(first));
        List.of("server.port=0", UNSCHEDULED, FEW, BIG, MANY).forEach(property -> arguments.add("--" + property));
        other = new SpringApplicationBuilder(Kompetansebro.class, Calculated.class)
                .run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stopTheOther() {
        other.close();
    }

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
    }

    @Test
    void shareALargeRecalculation() throws SQLException {
        populate();
        Stream.of(beans, other).forEach(SeveralInstancesIT::countAnew);

        together(List.of(() -> tidyUp(beans), () -> tidyUp(other)));

        assertThat(calculatedBy(beans)).isGreaterThan(PEOPLE / 10);
        assertThat(calculatedBy(other)).isGreaterThan(PEOPLE / 10);
        assertThat(calculatedBy(beans) + calculatedBy(other)).as("each once").isEqualTo(PEOPLE);
        isAsIfCalculatedAnew();
    }

    @Test
    void keepUpWhileOthersWriteFactsAndRules() {
        fjordvik.unit("helse", null);
        fjordvik.unit("natt", "helse");
        catalogue(10);
        List<EmployeeId> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            EmployeeId employee = fjordvik.employee("e" + i);
            fjordvik.employment(employee, i % 3 == 0 ? "natt" : "helse", LocalDate.of(2020, 1, 1), null);
            people.add(employee);
        }
        AtomicInteger writers = new AtomicInteger(5);
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Random random = new Random(i);
            work.add(() -> writing(writers, () -> {
                for (int n = 0; n < 80; n++) {
                    write(people, random);
                }
            }));
        }
        work.add(() -> writing(writers, () -> {
            for (int graceDays = 20; graceDays < 32; graceDays++) {
                catalogue(graceDays);
            }
        }));
        for (ApplicationContext instance : List.of(beans, other)) {
            work.add(() -> whileThereAre(writers, () -> tidyUp(instance)));
        }

        together(work);

        tidyUp(other);
        isAsIfCalculatedAnew();
    }

    private static void writing(AtomicInteger writers, Runnable writing) {
        try {
            writing.run();
        } finally {
            writers.decrementAndGet();
        }
    }

    private static void whileThereAre(AtomicInteger writers, Runnable work) {
        while (writers.get() > 0) {
            work.run();
        }
    }

    private void write(List<EmployeeId> people, Random random) {
        EmployeeId employee = people.get(random.nextInt(people.size()));
        LocalDate date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2500));
        switch (random.nextInt(6)) {
            case 0 -> fjordvik.sql("update result set revoked_at = now() where employee_id = ?", employee.value());
            case 1 ->
                fjordvik.sql(
                        "insert into exemption (employer_id, employee_id, requirement, valid_from, reason)"
                                + " values (:e, ?, 'ethics', ?, 'x') on conflict do nothing",
                        employee.value(),
                        date);
            default -> fjordvik.result(employee, COURSES.get(random.nextInt(COURSES.size())), date);
        }
    }

    private void catalogue(int graceDays) {
        new Catalogue()
                .course("first-aid", new ValidityPolicy.Months(24))
                .course("ethics", new ValidityPolicy.EndOfYear(1))
                .course("fire", ValidityPolicy.FOREVER)
                .requirement("aid", "first-aid", Category.STATUTORY, TargetGroup.EVERYONE, graceDays)
                .requirement("ethics", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, graceDays)
                .requirement("fire", "fire", Category.RECOMMENDED, new TargetGroup.InUnit(new UnitCode("natt")), 10)
                .of(fjordvik, beans);
    }

    private void populate() throws SQLException {
        String url = beans.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        try (Connection superuser = DriverManager.getConnection(url, "postgres", "")) {
            superuser.createStatement().execute("set session_replication_role = replica");
            new Population(fjordvik.id().value(), PEOPLE, new Region(PEOPLE), superuser).write();
            superuser.createStatement().execute("analyze");
        }
        fjordvik.in(() -> transactions.execute(_ -> {
            BenchmarkCatalogue.install(beans);
            return 0;
        }));
    }

    private void tidyUp(ApplicationContext instance) {
        fjordvik.in(() -> {
            instance.getBean(Upkeep.class).tidyUp();
            return 0;
        });
    }

    private static void countAnew(ApplicationContext instance) {
        instance.getBean(Calculated.class).employees.set(0);
    }

    private static int calculatedBy(ApplicationContext instance) {
        return instance.getBean(Calculated.class).employees.get();
    }

    /** Begins all at once, and throws what one of them threw. */
    private static void together(List<Runnable> work) {
        CyclicBarrier start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<CompletableFuture<Void>> all = work.stream()
                    .map(one -> CompletableFuture.runAsync(
                            () -> {
                                await(start);
                                one.run();
                            },
                            threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void isAsIfCalculatedAnew() {
        assertThat(fjordvik.in(upkeep::waiting)).isZero();
        List<String> traces = traces();
        Question question = Question.asOf(LocalDate.of(2025, 6, 15));
        fjordvik.in(() -> {
            for (By by : List.of(By.UNIT, By.REQUIREMENT, By.POSITION)) {
                assertThat(readModel.summary(HR, question, by)).isEqualTo(fromFacts.summary(HR, question, by));
            }
            return 0;
        });
        fjordvik.sql("delete from coverage_trace");
        fjordvik.sql("delete from coverage_model");
        fjordvik.in(upkeep::catchUp);
        assertThat(traces()).isEqualTo(traces);
    }

    private List<String> traces() {
        return fjordvik.in(() -> transactions.execute(
                _ -> jdbc.sql("select employee_id || encode(trace, 'hex') from coverage_trace order by 1")
                        .query(String.class)
                        .list()));
    }
}
