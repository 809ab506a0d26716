package no.kompetansebro.coverage.recalculation;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The traces of the employees of the employer in scope. Needs a transaction. */
@Repository
class Traces {

    private static final String REPLACE = """
            with given as (
                select t.employee_id, t.trace
                  from unnest(cast(? as uuid[]), cast(? as bytea[])) as t(employee_id, trace)
            ), replaced as (
                insert into coverage_trace as kept (employer_id, employee_id, trace)
                select current_employer(), employee_id, trace from given
                on conflict (employer_id, employee_id) do update set trace = excluded.trace
                 where kept.trace <> excluded.trace
                returning new.employee_id, old.trace
            )
            insert into coverage_trace_change (employer_id, employee_id, before)
            select current_employer(), employee_id, coalesce(trace, '') from replaced where ?
            """;

    private static final String REMOVE = """
            with removed as (
                delete from coverage_trace t using unnest(cast(? as uuid[])) as g(employee_id)
                 where t.employee_id = g.employee_id
                returning t.employee_id, t.trace
            )
            insert into coverage_trace_change (employer_id, employee_id, before)
            select current_employer(), employee_id, trace from removed where ?
            """;

    private final JdbcTemplate jdbc;

    Traces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces the traces that differ from what is kept, and keeps what they said before where wanted ({@link SummedUp}). An
     * empty one is not kept.
     */
    void replace(Map<UUID, byte[]> traces, boolean keepBefore) {
        List<UUID> some = new ArrayList<>(traces.size());
        List<UUID> none = new ArrayList<>();
        traces.forEach((employee, trace) -> (trace.length == 0 ? none : some).add(employee));
        some.sort(null);
        replace(some, traces, keepBefore);
        if (!none.isEmpty()) {
            jdbc.update(REMOVE, none.toArray(UUID[]::new), keepBefore);
        }
    }

    private void replace(List<UUID> employees, Map<UUID, byte[]> traces, boolean keepBefore) {
        byte[][] given = employees.stream().map(traces::get).toArray(byte[][]::new);
        if (given.length > 0) {
            jdbc.update(REPLACE, statement -> {
                Connection connection = statement.getConnection();
                statement.setArray(1, connection.createArrayOf("uuid", employees.toArray()));
                statement.setArray(2, connection.createArrayOf("bytea", given));
                statement.setBoolean(3, keepBefore);
            });
        }
    }
}
