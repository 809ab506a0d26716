package no.kompetansebro.moodle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.Kompetansebro;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a simulated site of (by default) 14,000 people and 200 courses, of which each has completed 30 %, by both ways, and
 * prints time and number of calls beside one call for each person and course. Arguments: people, courses.
 */
public final class MoodleBenchmark {

    private final int people;
    private final int courses;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean withReport = true;
    private volatile boolean changesOnly;
    private volatile boolean sinceLately;

    private MoodleBenchmark(int people, int courses) {
        this.people = people;
        this.courses = courses;
    }

    static void main(String[] args) throws IOException {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 14_000;
        int courses = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        new MoodleBenchmark(people, courses).run();
    }

    private void run() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        var threads = Executors.newFixedThreadPool(4);
        server.setExecutor(threads);
        server.createContext("/webservice/rest/server.php", this::handle);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (ConfigurableApplicationContext beans = new SpringApplicationBuilder(Kompetansebro.class)
                .run(
                        "--kompetansebro.database.directory=temporary",
                        "--kompetansebro.database.durable=true",
                        "--server.port=0",
                        "--db-scheduler.enabled=false")) {
            EmployerId employer = beans.getBean(Employers.class).findOrAdd("bench");
            RegistrationId platform = platform(beans, employer, address);
            EmployerScope.in(employer, () -> {
                fill(beans);
                ConnectionId id = beans.getBean(Connections.class)
                        .add(new Connections.Draft(
                                URI.create(address), SimulatedMoodle.TOKEN, "Kompetansebro", Optional.of(platform)))
                        .orElseThrow();
                measure(beans, id, "report, first full reading", Run.Kind.FULL);
                measure(beans, id, "report, full reading, nothing new", Run.Kind.FULL);
                measure(beans, id, "report, changes (500 rows)", Run.Kind.CHANGES);
                withReport = false;
                beans.getBean(JdbcClient.class);
                inTransaction(
                        beans,
                        jdbc -> jdbc.sql("update moodle_connection set check_asked = true")
                                .update());
                measure(beans, id, "people, full reading, nothing new", Run.Kind.FULL);
                changesOnly = true;
                measure(beans, id, "people, changes (5 % lately there)", Run.Kind.CHANGES);
                return true;
            });
        } finally {
            server.stop(0);
            threads.shutdown();
        }
        System.out.printf("naive, one call for each person and course: %,d calls%n", (long) people * courses);
    }

    private void measure(ConfigurableApplicationContext beans, ConnectionId id, String what, Run.Kind kind) {
        beans.getBean(Connections.class).ask(id, kind);
        calls.set(0);
        Instant begin = Instant.now();
        Instant next = begin;
        while (!next.isAfter(Instant.now())) {
            next = beans.getBean(Readings.class).work(id).orElseThrow();
        }
        Duration took = Duration.between(begin, Instant.now());
        String result =
                inTransaction(beans, jdbc -> jdbc.sql("""
                select (select count(*) from result) || ' results, problem: ' || coalesce(max(problem), 'none') from moodle_connection
                """).query(String.class).single());
        System.out.printf("%s: %,d calls, %.1f s; %s%n", what, calls.get(), took.toMillis() / 1000.0, result);
    }

    private static <T> T inTransaction(
            ConfigurableApplicationContext beans, java.util.function.Function<JdbcClient, T> work) {
        return beans.getBean(TransactionTemplate.class).execute(_ -> work.apply(beans.getBean(JdbcClient.class)));
    }

    private void fill(ConfigurableApplicationContext beans) {
        inTransaction(beans, jdbc -> {
            jdbc.sql("insert into unit (employer_id, unit_code, name) values (current_employer(), 'U', 'U')")
                    .update();
            jdbc.sql("""
                    insert into employee (employer_id, employee_id, employee_no, given_name, family_name)
                    select current_employer(), gen_random_uuid(), (100000 + n)::text, 'A', 'B' from generate_series(0, :n - 1) n
                    """).param("n", people).update();
            jdbc.sql("""
                    insert into employment (employer_id, employee_id, employment_no, unit_code, position_code, valid_from)
                    select current_employer(), employee_id, employee_no, 'U', '1', '2020-01-01' from employee
                    """).update();
            return jdbc.sql("""
                    insert into item (employer_id, code, name, kind, course_id_number, position)
                    select current_employer(), 'i' || n, '{"nb": "Kurs"}', 'COURSE', 'KOMP-' || n, n from generate_series(0, :n - 1) n
                    """).param("n", courses).update();
        });
    }

    private static RegistrationId platform(ConfigurableApplicationContext beans, EmployerId employer, String address) {
        RegistrationId id = beans.getBean(Registrations.class)
                .put(new Registration(
                        address,
                        "c-" + UUID.randomUUID(),
                        Set.of("1"),
                        URI.create(address + "/a"),
                        URI.create(address + "/t"),
                        URI.create(address + "/k"),
                        true));
        inTransaction(
                beans,
                jdbc -> jdbc.sql("insert into platform (registration_id, employer_id) values (:id, :employer)")
                        .param("id", id.value())
                        .param("employer", employer.value())
                        .update());
        return id;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String field : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = URLDecoder.decode(field, StandardCharsets.UTF_8).split("=", 2);
            form.put(parts[0], parts[1]);
        }
        calls.incrementAndGet();
        byte[] body = answer(form).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String answer(Map<String, String> form) {
        return switch (form.get("wsfunction")) {
            case Functions.SITE_INFO -> siteInfo();
            case Functions.LIST_REPORTS -> "{\"reports\":[{\"id\":7,\"name\":\"Kompetansebro\"}]}";
            case Functions.SET_FILTERS -> filtered(form.get("values"));
            case Functions.REPORT -> report(Integer.parseInt(form.get("page")), Integer.parseInt(form.get("perpage")));
            case Functions.USERS -> users(form);
            case Functions.USERS_COURSES -> coursesOf(Integer.parseInt(form.get("userid")));
            case Functions.COURSES ->
                "{\"courses\":["
                        + IntStream.range(0, courses)
                                .mapToObj(i -> course(i) + "}")
                                .collect(Collectors.joining(",")) + "]}";
            default -> SimulatedMoodle.error("usernotenroled");
        };
    }

    private String siteInfo() {
        List<String> functions = withReport ? Functions.FOR_REPORT : Functions.FOR_PEOPLE;
        return "{\"userid\":1,\"functions\":["
                + functions.stream().map(name -> "{\"name\":\"" + name + "\"}").collect(Collectors.joining(","))
                + "]}";
    }

    private int perPerson() {
        return courses * 3 / 10;
    }

    private String filtered(String values) {
        sinceLately = values.contains("timecompleted_from");
        return "true";
    }

    private String report(int page, int size) {
        int total = sinceLately ? 500 : people * perPerson();
        int from = Math.min(total, page * size);
        return "{\"data\":{\"headers\":[\"ID number\",\"Course ID number\",\"Course short name\",\"Completed\",\"Time completed\"],\"rows\":["
                + IntStream.range(from, Math.min(total, from + size))
                        .mapToObj(this::row)
                        .collect(Collectors.joining(","))
                + "],\"totalrowcount\":" + total + "}}";
    }

    private String row(int row) {
        int person = row / perPerson();
        int course = row % perPerson();
        String time = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, h:mm a", Locale.ENGLISH)
                .format(Instant.parse("2026-03-02T09:17:00Z")
                        .plusSeconds(row % 10_000 * 60L)
                        .atOffset(ZoneOffset.UTC));
        return "{\"columns\":[\"" + (100_000 + person) + "\",\"KOMP-" + course + "\",\"K" + course + "\",\"Yes\",\""
                + time + "\"]}";
    }

    private String users(Map<String, String> form) {
        if (form.get("field").equals("id")) {
            return "[{\"id\":1,\"lang\":\"en\",\"timezone\":\"UTC\"}]";
        }
        return "["
                + IntStream.range(0, form.size() - 4)
                        .mapToObj(i -> form.get("values[" + i + "]"))
                        .map(number -> "{\"id\":" + number + ",\"idnumber\":\"" + number + "\",\"lastaccess\":"
                                + (changesOnly && number.hashCode() % 20 != 0
                                        ? 0
                                        : Instant.now().getEpochSecond()) + "}")
                        .collect(Collectors.joining(","))
                + "]";
    }

    private String coursesOf(int user) {
        return "["
                + IntStream.range(0, courses)
                        .mapToObj(i -> course(i)
                                + ",\"completionhascriteria\":true,\"completionusertracked\":true,\"completed\":"
                                + (i < perPerson()) + "}")
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static String course(int i) {
        return "{\"id\":" + (i + 2) + ",\"shortname\":\"K" + i + "\",\"fullname\":\"Kurs " + i
                + "\",\"idnumber\":\"KOMP-" + i + "\",\"enablecompletion\":true";
    }
}
