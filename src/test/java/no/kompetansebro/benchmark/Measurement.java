package no.kompetansebro.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that is measured at one size. */
final class Measurement {

    private static final Viewer HR = Viewer.ofEverything();
    private static final List<String> MODEL =
            List.of("coverage_trace", "figure_row", "figure_period", "figure_generation", "coverage_number");

    private final EmployerId employer = new EmployerId(UUID.randomUUID());
    private final Map<String, String> measured = new LinkedHashMap<>();
    private final Connection superuser;
    private final int size;
    private final Region region;
    private final Coverage coverage;
    private final Upkeep upkeep;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationContext beans;

    Measurement(ApplicationContext beans, Connection superuser, int size) {
        this.beans = beans;
        this.superuser = superuser;
        this.size = size;
        this.region = new Region(size);
        this.coverage = beans.getBean(Coverage.class);
        this.upkeep = beans.getBean(Upkeep.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.transactions = beans.getBean(TransactionTemplate.class);
    }

    Map<String, String> run() throws SQLException, IOException {
        generate();
        rebuild();
        EmployerScope.in(employer, () -> {
            questions();
            oneResult();
            return 0;
        });
        naive();
        return measured;
    }

    private void put(String name, String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        measured.put(name, text);
        System.out.printf("%,d  %s: %s%n", size, name, text);
    }

    private void generate() throws SQLException {
        jdbc.sql("insert into employer (employer_id, code, name) values (?, 'benchmark', 'Benchmark')")
                .param(employer.value())
                .update();
        long start = System.nanoTime();
        new Population(employer.value(), size, region, superuser).write();
        EmployerScope.in(
                employer,
                () -> transactions.execute(_ -> {
                    BenchmarkCatalogue.install(beans);
                    return 0;
                }));
        sql("vacuum analyze");
        put("units", "%,d", region.units().size());
        put("results", "%,d", number("select count(*) from result"));
        put("facts by COPY, s", "%.1f", seconds(start));
    }

    private void rebuild() throws SQLException, IOException {
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long backend = number("select pg_backend_pid()");
        CpuTime before = CpuTime.now(backend);
        long start = System.nanoTime();
        EmployerScope.in(employer, upkeep::catchUp);
        double took = seconds(start);
        put("full rebuild, s", "%.1f", took);
        put(
                "processor time of it, s: Java + PostgreSQL",
                "%s",
                CpuTime.now(backend).since(before));
        put(
                "most heap during it, MB",
                "%.0f",
                heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6);
        sql("analyze coverage_trace, figure_row, figure_period");
        double copy = copyAgain();
        put("COPY of the same rows, s", "%.2f", copy);
        put("rebuild / COPY", "%.1f", took / copy);
        put(
                "obligations per employee today",
                "%.1f",
                EmployerScope.in(employer, () -> (double) coverage.figures(HR, Question.asOf(Population.TODAY))
                                .pairs())
                        / size);
        put("summed-up rows", "%,d", number("select count(*) from figure_row"));
        double hundredThousand = size / 100_000.0;
        put(
                "trace, bytes per employee",
                "%,d",
                number("select coalesce(avg(length(trace)), 0)::int from coverage_trace"));
        put("traces, MB per 100,000", "%.0f", megabytes("coverage_trace") / hundredThousand);
        put("summed-up figures, MB per 100,000", "%.0f", megabytes("figure_period") / hundredThousand);
        put(
                "all tables, MB per 100,000",
                "%.0f",
                number("select pg_database_size(current_database())") / 1e6 / hundredThousand);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        put("heap in use afterwards, MB", "%.0f", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private double megabytes(String table) throws SQLException {
        return number("select pg_total_relation_size('" + table + "')") / 1e6;
    }

    /** Seconds that COPY takes for the rows of the read model, into the same tables. */
    private double copyAgain() throws SQLException, IOException {
        double seconds = 0;
        for (String table : MODEL) {
            Path file = Files.createTempFile("benchmark", ".copy");
            try (OutputStream out = Files.newOutputStream(file)) {
                api().copyOut("copy " + table + " to stdout (format binary)", out);
            }
            sql("truncate " + table);
            long start = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                api().copyIn("copy " + table + " from stdin (format binary)", in);
            }
            seconds += seconds(start);
            Files.delete(file);
        }
        sql("vacuum analyze coverage_trace, figure_row, figure_period");
        return seconds;
    }

    private org.postgresql.copy.CopyManager api() throws SQLException {
        return superuser.unwrap(PGConnection.class).getCopyAPI();
    }

    private void questions() {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        dates.put("past", LocalDate.of(2023, 4, 30));
        dates.put("today", Population.TODAY);
        dates.put("future", LocalDate.of(2027, 6, 1));
        UnitCode department = new UnitCode(
                region.departments().get(region.departments().size() / 2).code());
        dates.forEach((when, date) -> {
            Question all = Question.asOf(date);
            ask("headline, " + when, i -> coverage.figures(HR, all.headline()));
            ask("by unit, " + when, i -> coverage.summary(HR, all.headline(), By.UNIT));
            ask("by requirement, " + when, i -> coverage.summary(HR, all, By.REQUIREMENT));
            ask("by position, " + when, i -> coverage.summary(HR, all, By.POSITION));
            ask("units × requirements, " + when, i -> heatMap(all));
            ask("pairs of a unit of 40, " + when, i -> coverage.pairs(HR, all.in(department), pair -> {}));
            ask("first 1,000 pairs of all, " + when, i -> coverage.pairs(HR, all, Optional.empty(), 1_000));
            ask("36 months, " + when, i -> coverage.trend(HR, all.headline(), months(date)));
            ask(
                    "any unit, " + when,
                    i -> coverage.figures(HR, all.in(anyUnit(i)).headline()));
            ask(
                    "any unit by unit, " + when,
                    i -> coverage.summary(HR, all.in(anyUnit(i)).headline(), By.UNIT));
        });
    }

    private UnitCode anyUnit(int i) {
        return new UnitCode(region.units().get(i * 7919 % region.units().size()).code());
    }

    private void heatMap(Question question) {
        coverage.summary(HR, question, By.UNIT)
                .forEach(row -> coverage.summary(HR, question.in(new UnitCode(row.key())), By.REQUIREMENT));
    }

    private static List<LocalDate> months(LocalDate until) {
        return IntStream.rangeClosed(0, 36)
                .mapToObj(i -> until.minusMonths(36 - i))
                .toList();
    }

    private void ask(String name, java.util.function.IntConsumer question) {
        put(name + " (p50 / p95 ms)", "%s", Latencies.of(question));
    }

    /** A result, and then the employee's pairs and the headline by unit, which must have it. */
    private void oneResult() {
        ask("one result → visible in pairs and summary", i -> {
            EmployeeId employee = recordResult(i);
            coverage.pairs(HR, Question.asOf(Population.TODAY).of(employee), pair -> {});
            coverage.summary(HR, Question.asOf(Population.TODAY).headline(), By.UNIT);
        });
        ask("the same with 1,000 results not yet summed up", i -> {
            if (i == 0) {
                IntStream.range(1_000, 2_000).forEach(this::recordResult);
            }
            EmployeeId employee = recordResult(i);
            coverage.pairs(HR, Question.asOf(Population.TODAY).of(employee), pair -> {});
            coverage.summary(HR, Question.asOf(Population.TODAY).headline(), By.UNIT);
        });
    }

    private EmployeeId recordResult(int i) {
        String number = Population.number((int) (i * 7919L % size));
        return transactions.execute(_ -> {
            UUID id = jdbc.sql("select employee_id from employee where employee_no = ?")
                    .param(number)
                    .query(UUID.class)
                    .single();
            jdbc.sql("""
                    insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)
                    values (current_employer(), 'benchmark', ?, ?, 'all-1', ?, now())
                    """)
                    .param(UUID.randomUUID().toString())
                    .param(id)
                    .param(Population.TODAY.minusDays(i % 30))
                    .update();
            return new EmployeeId(id);
        });
    }

    /** What one would write first: everybody, for the requirements of everybody, and whether there is a result in time. */
    private void naive() throws SQLException {
        sql("set statement_timeout = '60s'");
        long start = System.nanoTime();
        try {
            number("""
                    with subject as (
                        select distinct employee_id from employment
                         where valid_from <= date '2026-11-21' and (valid_until is null or valid_until > date '2026-11-21'))
                    select count(*) filter (where exists (
                               select from result x
                                where x.employee_id = s.employee_id and x.item = r.code and x.revoked_at is null
                                  and x.achieved_on <= date '2026-11-21'
                                  and x.achieved_on + interval '24 months' > date '2026-11-21'))
                      from subject s cross join requirement r
                     where r.code like 'all-%'
                    """);
            put("naive SQL: headline of the 13 requirements for all, s", "%.2f", seconds(start));
        } catch (SQLException e) {
            put("naive SQL: headline of the 13 requirements for all, s", "over 60");
        }
    }

    private void sql(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
