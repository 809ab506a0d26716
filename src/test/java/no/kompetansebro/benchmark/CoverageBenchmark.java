package no.kompetansebro.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.Kompetansebro;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures coverage at the sizes given as arguments (employees; by default 2,000, 14,000, 100,000 and 480,000), prints a table,
 * and writes it to docs/benchmarks.md: {@code mvn -Pbenchmark process-test-classes}.
 */
public final class CoverageBenchmark {

    private final Map<Integer, Map<String, String>> measured = new LinkedHashMap<>();

    static void main(String[] args) throws SQLException, IOException {
        List<Integer> sizes = args.length == 0
                ? List.of(2_000, 14_000, 100_000, 480_000)
                : Arrays.stream(args).map(Integer::parseInt).toList();
        new CoverageBenchmark().run(sizes);
    }

    private void run(List<Integer> sizes) throws SQLException, IOException {
        for (int size : sizes) {
            try (ConfigurableApplicationContext beans = start()) {
                measured.put(size, new Measurement(beans, superuser(beans), size).run());
            }
            String table = table();
            System.out.println(table);
            Files.writeString(Path.of("target/benchmarks.md"), table);
        }
        String imports = imports(ResultsByTheMillion.run());
        System.out.println(imports);
        if (sizes.contains(480_000)) {
            Report.write(Path.of("docs/benchmarks.md"), table() + "\n" + imports);
        }
    }

    /** The application on a database of its own. */
    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Kompetansebro.class)
                .run(
                        "--kompetansebro.database.directory=temporary",
                        "--kompetansebro.database.durable=true",
                        "--server.port=0",
                        "--db-scheduler.enabled=false");
    }

    /** The generator writes without triggers and foreign keys: they are not what is measured. */
    private static Connection superuser(ConfigurableApplicationContext beans) throws SQLException {
        String url = beans.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        Connection connection = DriverManager.getConnection(url, "postgres", "");
        connection.createStatement().execute("set session_replication_role = replica");
        return connection;
    }

    private static String imports(Map<String, String> measured) {
        StringBuilder table = new StringBuilder("| import | |\n|---|---:|\n");
        measured.forEach((what, value) -> table.append("| " + what + " | " + value + " |\n"));
        return table.toString();
    }

    private String table() {
        StringBuilder table = new StringBuilder("| |");
        measured.keySet().forEach(size -> table.append(String.format(" %,d |", size)));
        table.append("\n|---|").append("---:|".repeat(measured.size())).append('\n');
        for (String name : measured.values().iterator().next().keySet()) {
            table.append("| ").append(name).append(" | ");
            table.append(measured.values().stream()
                    .map(values -> values.getOrDefault(name, ""))
                    .collect(Collectors.joining(" | ")));
            table.append(" |\n");
        }
        return table.toString();
    }
}
