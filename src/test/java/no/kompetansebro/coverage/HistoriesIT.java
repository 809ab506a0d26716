package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.imports.ImportOptions;
import no.kompetansebro.imports.ImportOutcome;
import no.kompetansebro.imports.Imports;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Random histories: neither the order in which facts arrive nor how often makes a difference, not in a byte of a trace. */
@SpringBootTest(
        properties = {
            "kompetansebro.database.directory=temporary",
            "kompetansebro.coverage.figures.few-people=0",
            "kompetansebro.coverage.figures.big-unit=3",
            "kompetansebro.coverage.figures.many-changes=6"
        })
class HistoriesIT {

    private static final List<String> UNITS = List.of("helse", "natt", "skole");
    private static final List<String> COURSES = List.of("first-aid", "ethics", "fire");
    private static final List<String> TABLES =
            List.of("result", "exemption", "role_holding", "employment_leave", "employment");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Imports imports;

    @Autowired
    Upkeep upkeep;

    Municipality fjordvik;
    List<EmployeeId> people;

    /** Something that is written down once. */
    private record Fact(String sql, @Nullable Object... parameters) {}

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("helse", null);
        fjordvik.unit("natt", "helse");
        fjordvik.unit("skole", null);
        new Catalogue()
                .course("first-aid", new ValidityPolicy.RenewableMonths(24, 60))
                .course("ethics", new ValidityPolicy.EndOfYear(1))
                .course("fire", ValidityPolicy.FOREVER)
                .requirement("aid", "first-aid", Category.STATUTORY, new TargetGroup.InUnit(new UnitCode("helse")), 60)
                .requirement("ethics", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 30)
                .requirement("fire", "fire", Category.RECOMMENDED, new TargetGroup.Role("brannvern"), 10)
                .requirement("p1", "fire", Category.RECOMMENDED, new TargetGroup.Position(Set.of("p1")), 5)
                .requirement("led", "ethics", Category.STATUTORY, new TargetGroup.LeaderLevel(Set.of("2")), 90)
                .of(fjordvik, beans);
        people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add(fjordvik.employee("e" + i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Fact> facts = history(random);
        happen(facts, random);
        List<String> traces = traces();
        assertThat(traces).isNotEmpty();

        for (int again = 0; again < 2; again++) {
            TABLES.forEach(this::delete);
            assertThat(traces()).isEmpty();
            Collections.shuffle(facts, random);
            happen(facts, random);
            assertThat(traces()).isEqualTo(traces);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twiceCountsOnce(long seed) {
        Random random = new Random(seed);
        happen(history(random), random);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add("e%d,%s,%s,county,%d\n"
                    .formatted(random.nextInt(people.size()), one(COURSES, random), date(random), i));
        }
        assertThat(imported(rows).created()).isEqualTo(60);
        List<String> traces = traces();
        List<String> writers = writers();

        List<String> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        Collections.shuffle(twice, random);
        assertThat(imported(twice).unchanged()).isEqualTo(60);

        assertThat(fjordvik.in(upkeep::waiting)).isZero();
        assertThat(traces()).isEqualTo(traces);
        assertThat(writers()).isEqualTo(writers);
    }

    /** As nobody but a superuser can. */
    private void delete(String table) {
        String url = beans.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""))
                .sql("delete from " + table + " where employer_id = ?")
                .param(fjordvik.id().value())
                .update();
    }

    /** Some facts at a time, and now and then somebody asks. */
    private void happen(List<Fact> facts, Random random) {
        int next = 0;
        while (next < facts.size()) {
            int end = Math.min(facts.size(), next + random.nextInt(1, 12));
            List<Fact> some = facts.subList(next, end);
            fjordvik.in(() -> transactions.execute(_ -> {
                some.forEach(fact -> fjordvik.sql(fact.sql(), fact.parameters()));
                return 0;
            }));
            if (random.nextInt(4) == 0) {
                fjordvik.in(() -> {
                    upkeep.tidyUp();
                    return 0;
                });
            }
            next = end;
        }
    }

    private List<Fact> history(Random random) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Object employee = people.get(i).value();
            for (int post = random.nextInt(1, 5); post > 0; post--) {
                facts.addAll(employment(i + "-" + post, employee, random));
            }
            for (int n = random.nextInt(8); n > 0; n--) {
                facts.add(new Fact(
                        "insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)"
                                + " values (:e, 'test', ?, ?, ?, ?, now())",
                        i + "/" + n,
                        employee,
                        one(COURSES, random),
                        date(random)));
            }
            facts.add(new Fact(
                    "insert into role_holding (employer_id, employee_id, role, valid_from) values (:e, ?, 'brannvern', ?)",
                    employee,
                    date(random)));
            facts.add(new Fact(
                    "insert into exemption (employer_id, employee_id, requirement, valid_from, valid_until, reason)"
                            + " values (:e, ?, 'ethics', date '2024-01-01', date '2024-12-31', 'x')",
                    employee));
        }
        return facts;
    }

    private static List<Fact> employment(String number, Object employee, Random random) {
        LocalDate from = date(random);
        return List.of(
                new Fact(
                        "insert into employment (employer_id, employment_no, employee_id, unit_code, position_code,"
                                + " leader_level, valid_from, valid_until) values (:e, ?, ?, ?, ?, ?, ?, ?)",
                        number,
                        employee,
                        one(UNITS, random),
                        "p" + random.nextInt(3),
                        random.nextBoolean() ? null : "" + random.nextInt(1, 4),
                        from,
                        random.nextBoolean() ? null : from.plusDays(random.nextInt(1, 2000))),
                new Fact(
                        "insert into employment_leave (employer_id, employment_no, valid_from, valid_until)"
                                + " values (:e, ?, ?, ?)",
                        number,
                        from.plusDays(100),
                        from.plusDays(100 + random.nextInt(1, 300))));
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static LocalDate date(Random random) {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2700));
    }

    private ImportOutcome.Applied imported(List<String> rows) {
        String file = "employee_no,item,achieved_on,source,external_id\n" + String.join("", rows);
        ImportOutcome outcome = fjordvik.in(() -> imports.apply(
                "results",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                ImportOptions.on(LocalDate.of(2026, 11, 21))));
        assertThat(outcome).isInstanceOf(ImportOutcome.Applied.class);
        return (ImportOutcome.Applied) outcome;
    }

    /** By which transactions the traces were written. */
    private List<String> writers() {
        return fjordvik.in(() ->
                transactions.execute(_ -> jdbc.sql("select employee_id || ' ' || xmin from coverage_trace order by 1")
                        .query(String.class)
                        .list()));
    }

    private List<String> traces() {
        fjordvik.in(upkeep::catchUp);
        return fjordvik.in(() -> transactions.execute(
                _ -> jdbc.sql("select employee_id || encode(trace, 'hex') from coverage_trace order by 1")
                        .query(String.class)
                        .list()));
    }
}
