package no.kompetansebro.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import no.kompetansebro.Kompetansebro;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Sends a file of a million results (over 100 MB) to the REST API, twice, and for comparison copies the same rows straight
 * into the emptied table, keys resolved and constraints checked. To see how little heap it takes, run it by itself with a
 * small one.
 */
final class ResultsByTheMillion {

    private static final int RESULTS = 1_000_000;
    private static final int EMPLOYEES = 20_000;

    private final URI imports;
    private final String databaseUrl;
    private final Map<String, String> measured = new LinkedHashMap<>();

    private ResultsByTheMillion(ConfigurableApplicationContext application) {
        this.imports = URI.create("http://127.0.0.1:"
                + application.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1/imports/");
        this.databaseUrl = application.getBean(FlywayConnectionDetails.class).getJdbcUrl();
    }

    static void main(String[] args) throws SQLException {
        run().forEach((what, value) -> System.out.println(what + ": " + value));
    }

    /** What was measured, by what it is. */
    static Map<String, String> run() throws SQLException {
        try (var running = SpringApplication.run(
                Kompetansebro.class,
                "--server.port=0",
                "--kompetansebro.database.directory=temporary",
                "--kompetansebro.database.durable=true",
                "--KOMPETANSEBRO_BOOTSTRAP_API_TOKEN=by-hand",
                "--KOMPETANSEBRO_BOOTSTRAP_EMPLOYER=fjordvik")) {
            return new ResultsByTheMillion(running).measure();
        }
    }

    private Map<String, String> measure() throws SQLException {
        seconds(() ->
                post("employees", "employee_no,given_name,family_name\n", EMPLOYEES, i -> "E" + i + ",Kari,Nr " + i));
        asOwner("""
                insert into item (employer_id, code, name, kind, position)
                select employer_id, 'item-' || i, '{"nb": "Kurs"}', 'COURSE', i from employer, generate_series(0, 99) i
                """);
        String header = "employee_no,item,achieved_on,score,hours,source,external_id\n";
        double first = seconds(() -> post("results", header, RESULTS, ResultsByTheMillion::result));
        double again = seconds(() -> post("results", header, RESULTS, ResultsByTheMillion::result));
        asOwner("create table resolved as select * from result");
        asOwner("alter table result disable trigger user");
        asOwner("truncate result");
        asOwner("analyze result");
        double copied = copy();
        put("a million results by import, everybody recalculated, s", first);
        put("the same file again: nothing changes, s", again);
        put("COPY of the same rows, constraints checked, s", copied);
        put("import / COPY", first / copied);
        return measured;
    }

    private void put(String what, double value) {
        measured.put(what, String.format(Locale.ROOT, "%.2f", value));
    }

    private static double seconds(Supplier<String> work) {
        long start = System.nanoTime();
        String answer = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!answer.contains("\"rows\"")) {
            throw new IllegalStateException(answer);
        }
        return seconds;
    }

    private static String result(int i) {
        LocalDate achieved = LocalDate.of(2015, 1, 1).plusDays(i % 4_000);
        return "E" + i % EMPLOYEES + ",item-" + i / EMPLOYEES % 100 + "," + achieved + "," + i % 101 + "," + i % 9
                + ".5,lms-of-the-county," + "https://lms.example/completions/course/module/0000000000000000" + i;
    }

    private String post(String kind, String header, int rows, IntFunction<String> row) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(imports.resolve(kind))
                    .header("Authorization", "Bearer by-hand")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofInputStream(() -> file(header, rows, row)));
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static InputStream file(String header, int rows, IntFunction<String> row) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next < rows;
            }

            @Override
            public InputStream nextElement() {
                StringBuilder block = new StringBuilder();
                if (next < 0) {
                    block.append(header);
                    next = 0;
                }
                for (int end = Math.min(rows, next + 1_000); next < end; next++) {
                    block.append(row.apply(next)).append('\n');
                }
                return new ByteArrayInputStream(block.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private double copy() throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl, "kompetansebro_owner", "")) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var file = Files.createTempFile("resolved", ".copy");
            try (var out = Files.newOutputStream(file)) {
                copies.copyOut("copy resolved to stdout", out);
            }
            long start = System.nanoTime();
            try (var in = Files.newInputStream(file)) {
                copies.copyIn("copy result from stdin", in, 1 << 16);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Files.delete(file);
            return seconds;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl, "kompetansebro_owner", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
