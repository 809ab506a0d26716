package no.kompetansebro.coverage.recalculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.figures.Period;
import no.kompetansebro.coverage.figures.Trace;
import no.kompetansebro.coverage.recalculation.FigureRow.Facet;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The summed-up figures of the employer in scope, as they are read. Needs a transaction. */
@Repository
class SummedUp {

    private final JdbcClient jdbc;
    private final Map<EmployerId, Rows> known = new ConcurrentHashMap<>();

    SummedUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows of a generation.
     *
     * @param split the units (or everything) of which every position and leader level of anybody has a row
     */
    record Rows(long generation, Map<FigureRow, Integer> numbers, Set<Optional<UnitCode>> split) {

        Optional<Integer> number(FigureRow row) {
            return Optional.ofNullable(numbers.get(row));
        }
    }

    /** The rows of the generation, which is the one in force. */
    Rows rows(Generation generation) {
        Rows rows = known.get(EmployerScope.required());
        if (rows == null || rows.generation() != generation.number()) {
            rows = read(generation.number());
            known.put(EmployerScope.required(), rows);
        }
        return rows;
    }

    private Rows read(long generation) {
        Map<FigureRow, Integer> numbers = new HashMap<>();
        Set<Optional<UnitCode>> split = new HashSet<>();
        jdbc.sql("select row_no, unit_code, facet, facet_code from figure_row where generation = :generation")
                .param("generation", generation)
                .query(row -> {
                    Optional<UnitCode> unit =
                            Optional.ofNullable(row.getString(2)).map(UnitCode::new);
                    Facet facet = Facet.valueOf(row.getString(3));
                    numbers.put(new FigureRow(unit, facet, row.getString(4)), row.getInt(1));
                    if (facet != Facet.ALL) {
                        split.add(unit);
                    }
                });
        return new Rows(generation, numbers, split);
    }

    /** Hands over, of each employee who changed since the generation in force, the trace before and now; returns its number. */
    long changes(BiConsumer<byte[], byte[]> sink) {
        return jdbc
                .sql("""
                select g.generation, c.before, t.trace
                  from figure_generation g
                  left join lateral (
                       select distinct on (employee_id) employee_id, before
                         from coverage_trace_change
                        where not pg_visible_in_snapshot(made_in, g.taken)
                        order by employee_id, change_id) c on true
                  left join coverage_trace t on t.employer_id = g.employer_id and t.employee_id = c.employee_id
                """)
                .query((row, _) -> {
                    byte[] before = row.getBytes(2);
                    if (before != null) {
                        byte[] now = row.getBytes(3);
                        sink.accept(before, now == null ? Trace.EMPTY : now);
                    }
                    return row.getLong(1);
                })
                .list()
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    /** By the number of the row the periods that it takes to know the rows on the days; ascending days. */
    Map<Integer, List<Period>> periods(long generation, List<Integer> rows, int... days) {
        Map<Integer, List<Period>> periods = new LinkedHashMap<>();
        rows.forEach(row -> periods.put(row, new ArrayList<>()));
        jdbc.sql("""
                select r.row_no, p.period, p.changes
                  from unnest(cast(:rows as int[])) r(row_no)
                 cross join lateral (
                       (select period, changes from figure_period
                         where generation = :generation and row_no = r.row_no and period <= :firstYear
                         order by period desc limit 1)
                       union all
                       select period, changes from figure_period
                        where generation = :generation and row_no = r.row_no
                          and period > :firstYear and period <= :lastYear
                       union all
                       select period, changes from figure_period
                        where generation = :generation and row_no = r.row_no and period = any(:months)) p
                """)
                .param("rows", rows.toArray(Integer[]::new))
                .param("generation", generation)
                .param("firstYear", Period.yearKey(days[0]))
                .param("lastYear", Period.yearKey(days[days.length - 1]))
                .param(
                        "months",
                        Arrays.stream(days)
                                .map(Period::monthKey)
                                .distinct()
                                .boxed()
                                .toArray(Integer[]::new))
                .query(row -> {
                    Objects.requireNonNull(periods.get(row.getInt(1))).add(new Period(row.getInt(2), row.getBytes(3)));
                });
        return periods;
    }

    /** The generation in force; 0 where there is none. */
    long inForce() {
        return jdbc.sql("select coalesce(max(generation), 0) from figure_generation")
                .query(Long.class)
                .single();
    }
}
