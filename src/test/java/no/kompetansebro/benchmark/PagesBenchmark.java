package no.kompetansebro.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.Kompetansebro;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures every page of <i>Planlegging</i> over HTTP on the same machine, from the request to the last byte of the page, at the
 * sizes given as arguments (employees; by default 2,000 and 14,000), and prints a table: {@code mvn -Pbenchmark
 * process-test-classes -Dbenchmark=no.kompetansebro.benchmark.PagesBenchmark}.
 */
public final class PagesBenchmark {

    /** Every GET page below /planlegging; one that is not there says so by its status. */
    private static final List<String> PAGES = List.of(
            "/planlegging",
            "/planlegging?per=2025-04-30",
            "/planlegging/gap",
            "/planlegging/gap?etter=requirement",
            "/planlegging/gap?etter=position",
            "/planlegging/gap?krav=all-1",
            "/planlegging/gap/varmekart",
            "/planlegging/gap/varmekart?kolonner=competence",
            "/planlegging/gap/varmekart?rader=position",
            "/planlegging/gap/varmekart?enhet=u-0",
            "/planlegging/gap/liste",
            "/planlegging/gap/liste?tiltak=uten",
            "/planlegging/gapdager",
            "/planlegging/gapdager?periode=12",
            "/planlegging/gapdager/ansatte?enhet=u-0-0&krav=all-1",
            "/planlegging/prognose",
            "/planlegging/prognose?enhet=u-0",
            "/planlegging/prognose?planlagt=ja",
            "/planlegging/prognose/ansatte?krav=all-1&fra=2027-01-01&til=2027-02-01",
            "/planlegging/minimum",
            "/planlegging/minimum?planlagt=ja",
            "/planlegging/minimum/dekning?enhet=u-0-0&krav=min-0",
            "/planlegging/minimum/sarbarhet",
            "/planlegging/minimum/sarbarhet?enhet=u-0-0",
            "/planlegging/minimum/sarbarhet/hvem?krav=role-0",
            "/planlegging/arsverk",
            "/planlegging/arsverk/ansatte?stilling=70100",
            "/planlegging/endringer",
            "/planlegging/hva-om",
            "/planlegging/tiltak",
            "/planlegging/enhetsplikter",
            "/planlegging/rapporter",
            "/planlegging/rekruttering",
            "/planlegging/arshjul");

    private final Map<String, Map<String, String>> measured = new LinkedHashMap<>();
    private String cookie = "";

    static void main(String[] args) throws Exception {
        List<Integer> sizes = args.length == 0
                ? List.of(2_000, 14_000)
                : Arrays.stream(args).map(Integer::parseInt).toList();
        PagesBenchmark benchmark = new PagesBenchmark();
        for (int size : sizes) {
            benchmark.run(size);
        }
        System.out.println(benchmark.table(sizes));
    }

    private void run(int size) throws SQLException, IOException, InterruptedException {
        try (ConfigurableApplicationContext beans = new SpringApplicationBuilder(Kompetansebro.class)
                        .run(
                                "--kompetansebro.database.directory=temporary",
                                "--kompetansebro.database.durable=true",
                                "--server.port=0",
                                "--db-scheduler.enabled=false");
                HttpClient client = HttpClient.newHttpClient()) {
            EmployerId employer = new EmployerId(UUID.randomUUID());
            UUID hr = generate(beans, employer, size);
            EmployerScope.in(employer, beans.getBean(Upkeep.class)::catchUp);
            String base = "http://localhost:" + beans.getEnvironment().getProperty("local.server.port");
            signIn(client, base + "/test/sign-in?employer=" + employer + "&employee=" + hr + "&til=/planlegging");
            for (String page : PAGES) {
                put(page, size, measure(client, base + page));
            }
        }
    }

    /** By hand: the session's cookie is for https, or for browsers, to whom this machine is as good. */
    private void signIn(HttpClient client, String address) throws IOException, InterruptedException {
        cookie = get(client, address).headers().allValues("set-cookie").stream()
                .map(each -> each.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private void put(String page, int size, String text) {
        System.out.printf("%,d  %s: %s%n", size, page, text);
        measured.computeIfAbsent(page, _ -> new LinkedHashMap<>()).put(String.valueOf(size), text);
    }

    private String measure(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<String> first = get(client, address);
        if (first.statusCode() != 200) {
            return "status " + first.statusCode();
        }
        Latencies took = Latencies.of(_ -> getQuietly(client, address));
        return took + String.format(" (%d kB)", first.body().length() / 1024);
    }

    private void getQuietly(HttpClient client, String address) {
        try {
            if (get(client, address).statusCode() != 200) {
                throw new IllegalStateException(address);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }

    private HttpResponse<String> get(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The population of the other benchmark, some minimums, and somebody from HR. */
    private static UUID generate(ConfigurableApplicationContext beans, EmployerId employer, int size)
            throws SQLException {
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        jdbc.sql("insert into employer (employer_id, code, name) values (?, 'benchmark', 'Benchmark')")
                .param(employer.value())
                .update();
        String url = beans.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        Region region = new Region(size);
        try (Connection superuser = DriverManager.getConnection(url, "postgres", "")) {
            superuser.createStatement().execute("set session_replication_role = replica");
            new Population(employer.value(), size, region, superuser).write();
            superuser.createStatement().execute("vacuum analyze");
        }
        return EmployerScope.in(
                employer,
                () -> beans.getBean(TransactionTemplate.class).execute(_ -> {
                    BenchmarkCatalogue.install(beans);
                    addMinimums(beans.getBean(Requirements.class), region);
                    UUID hr = jdbc.sql("select employee_id from employee where employee_no = ?")
                            .param(Population.number(1))
                            .query(UUID.class)
                            .single();
                    jdbc.sql("""
                            insert into access_grant (employer_id, grant_id, employee_id, kind, valid_from, granted_by,
                                                      granted_at)
                            values (current_employer(), ?, ?, 'HR', date '2020-01-01', 'benchmark', now())
                            """).param(UUID.randomUUID()).param(hr).update();
                    return hr;
                }));
    }

    /** Twenty minimums, in as many workplaces, of competences that some have. */
    private static void addMinimums(Requirements requirements, Region region) {
        List<UnitCode> workplaces = region.units().stream()
                .map(Region.Unit::code)
                .filter(code -> code.chars().filter(c -> c == '-').count() == 2)
                .limit(20)
                .map(UnitCode::new)
                .toList();
        List<Requirement> all = new ArrayList<>(requirements.all());
        for (int i = 0; i < workplaces.size(); i++) {
            all.add(new Requirement(
                    new RequirementCode("min-" + i),
                    LocalizedName.of("min-" + i),
                    Category.MANDATORY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    90,
                    new Requirement.OfUnitMinimum(
                            new CompetenceCode(i % 2 == 0 ? "role-0" : "0-3"),
                            Optional.empty(),
                            TargetGroup.EVERYONE,
                            List.of(workplaces.get(i)),
                            3)));
        }
        requirements.replaceAll(all);
    }

    private String table(List<Integer> sizes) {
        StringBuilder table = new StringBuilder("| page (p50 / p95 ms) |");
        sizes.forEach(size -> table.append(String.format(" %,d |", size)));
        table.append("\n|---|").append("---:|".repeat(sizes.size())).append('\n');
        measured.forEach((page, by) -> table.append("| `")
                .append(page)
                .append("` | ")
                .append(sizes.stream()
                        .map(size -> by.getOrDefault(String.valueOf(size), ""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }
}
