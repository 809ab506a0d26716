package no.kompetansebro.coverage.recalculation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.coverage.figures.Trace;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The traces of the employees of the employer in scope. Needs a transaction. */
@Repository
class Traces {

    private static final String KEEP_BEFORE = """
            insert into coverage_trace_change (employer_id, employee_id, before)
            select current_employer(), t.employee_id, t.trace
              from unnest(cast(? as uuid[]), cast(? as bytea[])) as t(employee_id, trace)
            """;

    private static final String REPLACE = """
            insert into coverage_trace as old (employer_id, employee_id, trace)
            select current_employer(), t.employee_id, t.trace
              from unnest(cast(? as uuid[]), cast(? as bytea[])) as t(employee_id, trace)
            on conflict (employer_id, employee_id) do update set trace = excluded.trace
            """;

    private final JdbcTemplate jdbc;

    Traces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the traces that differ from what is kept, and returns how many did. An empty one is not kept. */
    int replace(Map<UUID, byte[]> traces) {
        Map<UUID, byte[]> kept = find(traces.keySet());
        Map<UUID, byte[]> changed = new HashMap<>();
        Map<UUID, byte[]> before = new HashMap<>();
        traces.forEach((employee, trace) -> {
            byte[] old = kept.getOrDefault(employee, Trace.EMPTY);
            if (!Arrays.equals(old, trace)) {
                changed.put(employee, trace);
                before.put(employee, old);
            }
        });
        write(changed, before);
        return changed.size();
    }

    private void write(Map<UUID, byte[]> changed, Map<UUID, byte[]> before) {
        if (!changed.isEmpty()) {
            update(KEEP_BEFORE, before);
            List<UUID> gone = changed.keySet().stream()
                    .filter(employee -> empty(changed, employee))
                    .toList();
            if (!gone.isEmpty()) {
                jdbc.update(
                        "delete from coverage_trace where employee_id = any(?)", (Object) gone.toArray(UUID[]::new));
            }
            changed.keySet().removeAll(gone);
            update(REPLACE, changed);
        }
    }

    private static boolean empty(Map<UUID, byte[]> traces, UUID employee) {
        return traces.getOrDefault(employee, Trace.EMPTY).length == 0;
    }

    private Map<UUID, byte[]> find(Collection<UUID> employees) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.query(
                "select employee_id, trace from coverage_trace where employee_id = any(?)",
                row -> {
                    found.put(row.getObject(1, UUID.class), row.getBytes(2));
                },
                (Object) employees.toArray(UUID[]::new));
        return found;
    }

    private void update(String sql, Map<UUID, byte[]> traces) {
        List<UUID> employees = new ArrayList<>(traces.keySet());
        employees.sort(null);
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", employees.toArray()));
                statement.setArray(
                        2, bytes(connection, employees.stream().map(traces::get).toList()));
                return statement.executeUpdate();
            }
        });
    }

    private static Array bytes(Connection connection, List<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }
}
