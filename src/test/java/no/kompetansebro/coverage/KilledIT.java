package no.kompetansebro.coverage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.benchmark.BenchmarkCatalogue;
import no.kompetansebro.benchmark.Population;
import no.kompetansebro.benchmark.Region;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** One of two instances is killed in the middle of its work; the other goes on, and nothing is lost or double. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kompetansebro.database.directory=temporary",
            SecondInstance.KEY_SECRET,
            KilledIT.POLLING,
            KilledIT.HEARTBEAT,
            KilledIT.TOKEN + "=" + KilledIT.SECRET,
            KilledIT.EMPLOYER + "=fjordvik"
        })
@TestInstance(Lifecycle.PER_CLASS)
class KilledIT {

    static final String POLLING = "db-scheduler.polling-interval=200ms";
    static final String HEARTBEAT = "db-scheduler.heartbeat-interval=500ms";
    static final String TOKEN = "KOMPETANSEBRO_BOOTSTRAP_API_TOKEN";
    static final String EMPLOYER = "KOMPETANSEBRO_BOOTSTRAP_EMPLOYER";
    static final String SECRET = "bootstrap-token-of-fjordvik-0123456789";

    private static final Viewer HR = Viewer.ofEverything();
    private static final int PEOPLE = 3_500;
    private static final int NEW_RESULTS = 21_000;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Upkeep upkeep;

    @Autowired
    CoverageOfReadModel readModel;

    @Autowired
    CoverageOfObligations fromFacts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    EmployerId fjordvik;
    Connection connection;
    JdbcClient superuser;

    @BeforeAll
    void aMunicipality(@Autowired Employers employers) throws SQLException {
        fjordvik = employers.find("fjordvik").orElseThrow();
        String url = beans.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        connection = DriverManager.getConnection(url, "postgres", "");
        superuser = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        superuser.sql("set session_replication_role = replica").update();
        pause();
        new Population(fjordvik.value(), PEOPLE, new Region(PEOPLE), connection).write();
        transact(() -> BenchmarkCatalogue.install(beans));
        superuser.sql("analyze").update();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void pause() {
        scheduler.pause();
        await().until(() -> scheduler.getCurrentlyExecuting().isEmpty());
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void anotherInstanceFinishesARebuildWithoutAnybodyAsking() throws Exception {
        forgetEverything();
        try (SecondInstance second = SecondInstance.start(beans, "--" + POLLING, "--" + HEARTBEAT)) {
            await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(3)).until(() -> {
                second.requireAlive();
                return isBetween(1, 48, count("recalculation_sweep"));
            });
            second.kill();
        }
        nothingIsLeftOfTheSecond();
        assertThat(count("recalculation_sweep")).as("buckets left to do").isBetween(1L, 63L);
        assertThat(count("coverage_trace")).isBetween(1L, PEOPLE - 1L);

        scheduler.resume();

        await().atMost(30, SECONDS).until(() -> number("select count(*) from figure_generation") == 1);
        assertThat(EmployerScope.in(fjordvik, upkeep::waiting)).isZero();
        isAsIfCalculatedAnew();
    }

    @Test
    void anImportIsThereWhollyOrNotAtAll() throws Exception {
        EmployerScope.in(fjordvik, upkeep::catchUp);
        String file = results();
        try (SecondInstance second = SecondInstance.start(
                        beans,
                        "--" + TOKEN + "=" + SECRET,
                        "--" + EMPLOYER + "=fjordvik",
                        "--db-scheduler.enabled=false")
                .ready()) {
            var answer = HttpClient.newHttpClient()
                    .sendAsync(post(second.uri("/api/v1/imports/results"), file), BodyHandlers.ofString());
            await().atMost(30, SECONDS).pollInterval(Duration.ofMillis(3)).until(() -> isWriting() || answer.isDone());
            second.kill();
            await().until(answer::isDone);
            assertThat(answer).as("was in the middle").isCompletedExceptionally();
        }
        nothingIsLeftOfTheSecond();
        assertThat(imported()).isIn(0L, (long) NEW_RESULTS);
        long before = imported();

        assertThat(importOnTheFirst(file)).contains("\"created\":" + (NEW_RESULTS - before));
        List<String> once = traces();
        assertThat(importOnTheFirst(file)).contains("\"created\":0", "\"unchanged\":" + NEW_RESULTS);

        assertThat(imported()).isEqualTo(NEW_RESULTS);
        assertThat(traces()).isEqualTo(once);
        isAsIfCalculatedAnew();
    }

    private void forgetEverything() {
        for (String table : List.of("coverage_model", "coverage_trace", "coverage_trace_change", "figure_generation")) {
            superuser.sql("delete from " + table).update();
        }
    }

    private boolean isWriting() {
        return number("select count(*) from pg_stat_activity where application_name = '" + SecondInstance.NAME
                        + "' and state = 'active' and query like 'with wanted as%'")
                > 0;
    }

    /** PostgreSQL has noticed that it is gone: no transaction and no lock of it is left. */
    private void nothingIsLeftOfTheSecond() {
        await().atMost(20, SECONDS)
                .until(() -> number("select count(*) from pg_stat_activity where application_name = '"
                                + SecondInstance.NAME + "'")
                        == 0);
        assertThat(number("select count(*) from pg_locks where locktype = 'advisory'"))
                .isZero();
    }

    private void isAsIfCalculatedAnew() {
        pause();
        List<String> traces = traces();
        assertThat(count("recalculation_sweep") + count("recalculation_queue")).isZero();
        figuresAreThoseOfTheFacts();
        forgetEverything();
        EmployerScope.in(fjordvik, upkeep::catchUp);
        assertThat(traces()).isEqualTo(traces);
    }

    private void figuresAreThoseOfTheFacts() {
        Question question = Question.asOf(LocalDate.of(2026, 11, 21));
        EmployerScope.in(fjordvik, () -> {
            for (By by : List.of(By.UNIT, By.REQUIREMENT)) {
                assertThat(readModel.summary(HR, question, by)).isEqualTo(fromFacts.summary(HR, question, by));
            }
            return true;
        });
    }

    private static String results() {
        return IntStream.range(0, NEW_RESULTS)
                .mapToObj(i -> Population.number(i % PEOPLE) + ",all-" + i / PEOPLE + ","
                        + LocalDate.of(2026, 1, 1).plusDays(i % 300) + ",county," + i + "\n")
                .collect(Collectors.joining("", "employee_no,item,achieved_on,source,external_id\n", ""));
    }

    private static HttpRequest post(URI uri, String file) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file))
                .build();
    }

    private String importOnTheFirst(String file) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/imports/results");
        HttpResponse<String> answer = HttpClient.newHttpClient().send(post(uri, file), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private long imported() {
        return number("select count(*) from result where source = 'county'");
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String query) {
        return superuser.sql(query).query(Long.class).single();
    }

    private static boolean isBetween(long least, long most, long number) {
        return least <= number && number <= most;
    }

    private List<String> traces() {
        return superuser
                .sql("select employee_id || encode(trace, 'hex') from coverage_trace order by 1")
                .query(String.class)
                .list();
    }

    private void transact(Runnable work) {
        EmployerScope.in(
                fjordvik,
                () -> transactions.execute(_ -> {
                    work.run();
                    return true;
                }));
    }
}
