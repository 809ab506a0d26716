package no.kompetansebro.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.Kompetansebro;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast completed statements of xAPI get into the ledger, over HTTP, one connection and one at a time, in requests of 250 and of
 * one; as a ratio to plain inserts of the same results, one statement of SQL and one transaction for as many.
 */
final class XapiIngestion {

    private static final int EMPLOYEES = 2_000;
    private static final int STATEMENTS = 20_000;
    private static final int SINGLE = 1_000;
    private static final int BATCH = 250;
    private static final UUID KEY = new UUID(7, 7);

    private final ConfigurableApplicationContext application;
    private final JdbcClient jdbc;
    private final EmployerId employer;
    private final HttpClient http = HttpClient.newHttpClient();

    private XapiIngestion(ConfigurableApplicationContext application) {
        this.application = application;
        this.jdbc = application.getBean(JdbcClient.class);
        this.employer = application.getBean(Employers.class).findOrAdd("fjordvik");
    }

    static void main(String[] args) {
        try (var running = SpringApplication.run(
                Kompetansebro.class,
                "--server.port=0",
                "--kompetansebro.database.directory=temporary",
                "--kompetansebro.database.durable=true",
                "--kompetansebro.xapi.requests-per-second=100000")) {
            new XapiIngestion(running).run();
        }
    }

    private void run() {
        fill();
        post(0, STATEMENTS / 4, BATCH);
        insert(0, STATEMENTS / 4, BATCH);
        double statements = perSecond(STATEMENTS, count -> post(1, count, BATCH));
        double inserts = perSecond(STATEMENTS, count -> insert(1, count, BATCH));
        double single = perSecond(SINGLE, count -> post(2, count, 1));
        double singleInserts = perSecond(SINGLE, count -> insert(2, count, 1));
        say("statements, 250 a request", statements, inserts);
        say("statements, one a request", single, singleInserts);
    }

    private static void say(String what, double rate, double plain) {
        System.out.printf(
                Locale.ROOT, "%s: %.0f/s; plain inserts: %.0f/s; ratio %.2f%n", what, rate, plain, rate / plain);
    }

    private static double perSecond(int count, IntConsumer work) {
        long before = System.nanoTime();
        work.accept(count);
        return count / ((System.nanoTime() - before) / 1e9);
    }

    private void fill() {
        jdbc.sql("""
                insert into xapi_connection (connection_id, employer_id, name, home_page, trusts_mailbox, secret_hash, created_by, created_at)
                values (:key, :employer, 'Moodle', 'https://m.example', false, sha256(convert_to('secret', 'UTF8')), 'benchmark', now())
                """).param("key", KEY).param("employer", employer.value()).update();
        in(
                "insert into item (employer_id, code, name, kind, position) values (current_employer(), 'kurs', '{\"nb\": \"Kurs\"}', 'COURSE', 1)");
        in("""
                insert into known_course (employer_id, issuer, course_key, item, seen_at, changed_at)
                values (current_employer(), 'https://m.example', 'course:7', 'kurs', now(), now())
                """);
        in("""
                insert into employee (employer_id, employee_id, employee_no, given_name, family_name)
                select current_employer(), uuidv7(), n::text, 'Kari', 'Moen' from generate_series(1, %d) n
                """.formatted(EMPLOYEES));
        in("""
                insert into account_link (employer_id, link_id, issuer, subject, status, employee_id, first_seen_at, last_seen_at)
                select current_employer(), uuidv7(), 'https://m.example', employee_no, 'CONFIRMED', employee_id, now(), now() from employee
                """);
        jdbc.sql("analyze").update();
    }

    private void in(String sql) {
        EmployerScope.in(
                employer,
                () -> application
                        .getBean(TransactionTemplate.class)
                        .execute(_ -> jdbc.sql(sql).update()));
    }

    private void insert(int run, int count, int batch) {
        for (int from = 0; from < count; from += batch) {
            in("""
                    insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)
                    select current_employer(), 'plain', '%d-' || n, e.employee_id, 'kurs', date '2026-03-01', now()
                      from generate_series(%d, %d) n join employee e on e.employee_no = (1 + n %% %d)::text
                    """.formatted(run, from, from + batch - 1, EMPLOYEES));
        }
    }

    private void post(int run, int count, int batch) {
        for (int from = 0; from < count; from += batch) {
            post(IntStream.range(from, from + batch)
                    .mapToObj(n -> statement(run, n))
                    .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static String statement(int run, int n) {
        return """
                {"id":"%s","actor":{"account":{"homePage":"https://m.example","name":"%d"}},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"en":"completed"}},\
                "object":{"id":"https://m.example/course/view.php?id=7","definition":{"name":{"en":"First aid"}}},\
                "result":{"score":{"scaled":0.9},"success":true},"timestamp":"2026-03-01T10:00:00Z"}""".formatted(new UUID(run + 1L, n), 1 + n % EMPLOYEES);
    }

    private void post(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + application.getEnvironment().getRequiredProperty("local.server.port") + "/xapi/statements"))
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((KEY + ":secret").getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
