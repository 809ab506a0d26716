package no.kompetansebro.coverage.recalculation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.figures.Period;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The summed-up figures of the employer in scope, as they are written. Needs a transaction. */
@Repository
class Generations {

    /** A period of the row of the number. */
    record NumberedPeriod(int row, Period period) {}

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Generations(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The generation in force. */
    Optional<Generation> current() {
        return jdbc.sql("select generation, rulebook, requirements, scopes from figure_generation")
                .query((row, _) -> Generation.read(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4)))
                .optional();
    }

    boolean areMoreTracesThan(int count) {
        return areMoreThan(count, "coverage_trace");
    }

    boolean areMoreChangesThan(int count) {
        return areMoreThan(count, "coverage_trace_change");
    }

    private boolean areMoreThan(int count, String table) {
        return jdbc.sql("select count(*) from (select from " + table + " limit :limit) t")
                        .param("limit", count + 1)
                        .query(Integer.class)
                        .single()
                > count;
    }

    /** Nobody needs to know what changed since, where nothing is summed up. Needs the lock. */
    void forgetChanges() {
        jdbc.sql("""
                delete from coverage_trace_change where not exists (select from figure_generation)
                """).update();
    }

    /** False while somebody else sums up for the employer. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('figures ' || current_employer(), 0))")
                .query(Boolean.class)
                .single();
    }

    /** Whether everybody was calculated by the rulebook of the version, as the transaction sees it. */
    boolean areSwept(long rulebook) {
        return jdbc.sql("""
                select exists (select from coverage_model where rulebook = :rulebook)
                       and not exists (select from recalculation_sweep)
                """).param("rulebook", rulebook).query(Boolean.class).single();
    }

    /** What the transaction sees. */
    String snapshot() {
        return jdbc.sql("select cast(pg_current_snapshot() as text)")
                .query(String.class)
                .single();
    }

    /** Every trace, in the order of the employees' keys. */
    List<byte[]> traces() {
        List<byte[]> traces = new ArrayList<>();
        jdbc.sql("select trace from coverage_trace").withFetchSize(ROWS_AT_ONCE).query(row -> {
            traces.add(row.getBytes(1));
        });
        return traces;
    }

    /** The codes of the kind by their numbers. */
    Map<Integer, String> codes(Numbers.Kind kind) {
        Map<Integer, String> codes = new HashMap<>();
        jdbc.sql("select number, code from coverage_number where kind = :kind")
                .param("kind", kind.name())
                .query(row -> {
                    codes.put(row.getInt(1), row.getString(2));
                });
        return codes;
    }

    /** The number of a new generation; what earlier ones that never came into force have left is removed. */
    long begin() {
        long current = current().map(Generation::number).orElse(0L);
        removeOthersThan(current);
        return current + 1;
    }

    private void removeOthersThan(long generation) {
        for (String table : List.of("figure_period", "figure_row")) {
            jdbc.sql("delete from " + table + " where generation <> :generation")
                    .param("generation", generation)
                    .update();
        }
    }

    /** Adds the rows; their numbers are their places in the list. */
    void addRows(long generation, List<FigureRow> rows) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.prepareStatement("""
                    insert into figure_row (employer_id, generation, row_no, unit_code, facet, facet_code)
                    select current_employer(), ?, r.n - 1, r.unit, r.facet, r.code
                      from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]))
                           with ordinality as r(unit, facet, code, n)
                    """)) {
                statement.setLong(1, generation);
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                rows.stream()
                                        .map(row ->
                                                row.unit().map(Object::toString).orElse(null))
                                        .toArray()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text",
                                rows.stream().map(row -> row.facet().name()).toArray()));
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "text", rows.stream().map(FigureRow::code).toArray()));
                return statement.executeUpdate();
            }
        });
    }

    void addPeriods(long generation, List<NumberedPeriod> periods) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.prepareStatement("""
                    insert into figure_period (employer_id, generation, row_no, period, changes)
                    select current_employer(), ?, p.row_no, p.period, p.changes
                      from unnest(cast(? as int[]), cast(? as int[]), cast(? as bytea[]))
                           as p(row_no, period, changes)
                    """)) {
                statement.setLong(1, generation);
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "int4",
                                periods.stream().map(NumberedPeriod::row).toArray()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "int4",
                                periods.stream().map(p -> p.period().key()).toArray()));
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "bytea",
                                periods.stream().map(p -> p.period().changes()).toArray(byte[][]::new)));
                return statement.executeUpdate();
            }
        });
    }

    /** From the commit on the generation answers; what it has seen need not be corrected. */
    void putInForce(Generation generation, String taken) {
        jdbc.sql("""
                insert into figure_generation (employer_id, generation, taken, rulebook, requirements, scopes, made_at)
                values (current_employer(), :generation, cast(:taken as pg_snapshot), :rulebook, :requirements, :scopes,
                        now())
                on conflict (employer_id) do update
                   set generation = excluded.generation, taken = excluded.taken, rulebook = excluded.rulebook,
                       requirements = excluded.requirements, scopes = excluded.scopes, made_at = excluded.made_at
                """)
                .param("generation", generation.number())
                .param("taken", taken)
                .param("rulebook", generation.rulebook())
                .param("requirements", generation.layout().requirements())
                .param("scopes", Generation.text(generation.layout()))
                .update();
        jdbc.sql("delete from coverage_trace_change where pg_visible_in_snapshot(made_in, cast(:taken as pg_snapshot))")
                .param("taken", taken)
                .update();
        removeOthersThan(generation.number());
    }
}
