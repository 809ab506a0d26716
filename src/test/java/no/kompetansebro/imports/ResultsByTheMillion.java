package no.kompetansebro.imports;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import no.kompetansebro.Kompetansebro;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Run by hand, with a small heap: sends a file of a million results (over 100 MB) to the REST API, twice, and for
 * comparison copies the same rows straight into an emptied table, keys resolved and constraints checked.
 */
final class ResultsByTheMillion {

    private static final int RESULTS = 1_000_000;
    private static final int EMPLOYEES = 20_000;
    private static final int ITEMS = 100;

    private final URI imports;
    private final String databaseUrl;

    private ResultsByTheMillion(ConfigurableApplicationContext application) {
        this.imports = URI.create("http://127.0.0.1:"
                + application.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1/imports/");
        this.databaseUrl = application.getBean(FlywayConnectionDetails.class).getJdbcUrl();
    }

    static void main(String[] args) throws SQLException {
        var application = new SpringApplication(Kompetansebro.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "kompetansebro.database.directory", "temporary",
                "KOMPETANSEBRO_BOOTSTRAP_API_TOKEN", "by-hand",
                "KOMPETANSEBRO_BOOTSTRAP_EMPLOYER", "fjordvik"));
        try (var running = application.run()) {
            new ResultsByTheMillion(running).measure();
        }
    }

    private void measure() throws SQLException {
        timed(
                "employees",
                () -> post(
                        "employees",
                        "employee_no,given_name,family_name\n",
                        EMPLOYEES,
                        i -> "E" + i + ",Kari,Nr " + i));
        asOwner("""
                insert into item (employer_id, code, name, kind, position)
                select employer_id, 'item-' || i, '{"nb": "Kurs"}', 'COURSE', i from employer, generate_series(0, 99) i
                """);
        String header = "employee_no,item,achieved_on,score,hours,source,external_id\n";
        timed("results, new", () -> post("results", header, RESULTS, ResultsByTheMillion::result));
        timed("results, the same again", () -> post("results", header, RESULTS, ResultsByTheMillion::result));
        asOwner("create table resolved as select * from result");
        asOwner("truncate result");
        asOwner("analyze result");
        timed("plain COPY of the same rows", this::copy);
    }

    private static String result(int i) {
        LocalDate achieved = LocalDate.of(2015, 1, 1).plusDays(i % 4_000);
        return "E" + i % EMPLOYEES + ",item-" + i / EMPLOYEES % ITEMS + "," + achieved + "," + i % 101 + "," + i % 9
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

    private String copy() {
        try (Connection connection = DriverManager.getConnection(databaseUrl, "kompetansebro_owner", "")) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var file = Files.createTempFile("resolved", ".copy");
            try (var out = Files.newOutputStream(file)) {
                copies.copyOut("copy resolved to stdout", out);
            }
            Instant start = Instant.now();
            try (var in = Files.newInputStream(file)) {
                copies.copyIn("copy result from stdin", in, 1 << 16);
            }
            Files.delete(file);
            return "COPY in alone: " + Duration.between(start, Instant.now());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl, "kompetansebro_owner", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void timed(String what, Supplier<String> work) {
        Instant start = Instant.now();
        String answer = work.get();
        System.out.println("MEASURED " + what + ": " + Duration.between(start, Instant.now()) + " " + answer);
    }
}
