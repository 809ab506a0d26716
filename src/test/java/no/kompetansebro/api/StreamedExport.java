package no.kompetansebro.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.Kompetansebro;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports the pairs of 10,000 employees with 40 requirements each as lines of JSON and as CSV, and tells how many lines came:
 * more than fit into the little memory that {@link StreamedExportIT} gives this program.
 */
final class StreamedExport {

    static final int EMPLOYEES = 10_000;
    static final int REQUIREMENTS = 40;

    private final ConfigurableApplicationContext beans;

    private StreamedExport(ConfigurableApplicationContext beans) {
        this.beans = beans;
    }

    static void main() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext beans = new SpringApplicationBuilder(Kompetansebro.class)
                .run(
                        "--server.port=0",
                        "--kompetansebro.database.directory=temporary",
                        "--db-scheduler.enabled=false")) {
            new StreamedExport(beans).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        Municipality fjordvik = new Municipality(jdbc, beans.getBean(TransactionTemplate.class));
        fill(fjordvik);
        String token = Clients.reader(fjordvik, jdbc);
        for (String format : List.of("application/x-ndjson", "text/csv")) {
            System.out.println(format + " " + lines(token, format));
        }
    }

    private void fill(Municipality fjordvik) {
        fjordvik.unit("kommune", null);
        Catalogue catalogue = new Catalogue().course("ethics", ValidityPolicy.FOREVER);
        for (int i = 0; i < REQUIREMENTS; i++) {
            catalogue.requirement("ethics-" + i, "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 30);
        }
        catalogue.of(fjordvik, beans);
        fjordvik.sql(
                "insert into employee (employer_id, employee_id, employee_no, given_name, family_name)"
                        + " select :e, gen_random_uuid(), 'e' || i, 'Kari', 'Nordmann' from generate_series(1, ?) i",
                EMPLOYEES);
        fjordvik.sql(
                "insert into employment (employer_id, employment_no, employee_id, unit_code, position_code, valid_from)"
                        + " select employer_id, employee_no, employee_id, 'kommune', '7170', date '2020-01-01' from employee");
    }

    /** How many lines come, each another one than the one before. */
    private long lines(String token, String format) throws IOException, InterruptedException {
        String port = beans.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/coverage"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", format)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Answered " + answer.statusCode());
            }
            try (Stream<String> lines = answer.body()) {
                return different(lines.iterator());
            }
        }
    }

    private static long different(Iterator<String> lines) {
        long different = 0;
        String last = "";
        while (lines.hasNext()) {
            String next = lines.next();
            different += next.equals(last) ? 0 : 1;
            last = next;
        }
        return different;
    }
}
