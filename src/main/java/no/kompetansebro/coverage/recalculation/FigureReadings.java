package no.kompetansebro.coverage.recalculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.figures.Counts;
import no.kompetansebro.coverage.figures.Days;
import no.kompetansebro.coverage.figures.Layout;
import no.kompetansebro.coverage.figures.Period;
import no.kompetansebro.coverage.recalculation.FigureRow.Facet;
import no.kompetansebro.coverage.recalculation.Numbers.Kind;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads figures of the employer in scope: those of big rows from what is summed up, corrected by what changed since; all else
 * from the traces of whoever works there. Both give the same.
 */
@Component
@Transactional(readOnly = true)
public class FigureReadings {

    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final Generations generations;
    private final SummedUp summedUp;

    FigureReadings(JdbcClient jdbc, Numbers numbers, Generations generations, SummedUp summedUp) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.generations = generations;
        this.summedUp = summedUp;
    }

    /**
     * What is asked.
     *
     * @param unit the unit with all below it; empty for everything
     * @param sets the sets of requirements whose figures will be asked of the counts
     * @param statuses those that count; none for all
     * @param dates ascending, each once, at least one
     */
    public record Ask(
            Optional<UnitCode> unit,
            Split split,
            Collection<BitSet> sets,
            Set<Status> statuses,
            List<LocalDate> dates) {

        int[] days() {
            return dates.stream().mapToInt(Days::of).toArray();
        }

        int wanted() {
            return statuses.isEmpty()
                    ? ~0
                    : statuses.stream()
                            .mapToInt(status -> 1 << Tracing.number(status))
                            .sum();
        }
    }

    /** The counts of the rows by key ("" where there is one row for all), on each of the dates; rows without people may miss. */
    public Map<String, Counts[]> read(RulesInForce rules, Ask ask) {
        Optional<Map<String, Counts[]>> ready = Optional.empty();
        for (int attempt = 0; attempt < 3 && ready.isEmpty() && mayBeSummedUp(rules, ask); attempt++) {
            ready = summedUp(rules, ask);
        }
        return ready.orElseGet(() -> counted(rules, ask));
    }

    private static boolean mayBeSummedUp(RulesInForce rules, Ask ask) {
        return ask.statuses().isEmpty() && ask.sets().stream().allMatch(rules.layout()::knows);
    }

    /** Empty where it is not summed up, or was summed up anew while reading. */
    private Optional<Map<String, Counts[]>> summedUp(RulesInForce rules, Ask ask) {
        Optional<Generation> inForce = generations.current().filter(g -> g.rulebook() == rules.version());
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        Generation generation = inForce.get();
        SummedUp.Rows rows = summedUp.rows(generation);
        if (!has(rules, rows, ask)) {
            return Optional.empty();
        }
        SplitSums sums = sums(rules, ask, generation.layout());
        long corrected = summedUp.changes((before, now) -> {
            sums.subtract(before);
            sums.add(now);
        });
        Map<Integer, Integer> numbersOfRows = rowsByNumber(rules, rows, ask);
        Map<Integer, List<Period>> periods =
                summedUp.periods(generation.number(), List.copyOf(numbersOfRows.keySet()), ask.days());
        numbersOfRows.forEach((number, row) -> Period.addAll(periods.getOrDefault(number, List.of()), sums.of(row)));
        boolean whole = corrected == generation.number() && summedUp.inForce() == corrected;
        return whole ? Optional.of(sums.counts()) : Optional.empty();
    }

    private static boolean has(RulesInForce rules, SummedUp.Rows rows, Ask ask) {
        return switch (ask.split()) {
            case TOGETHER -> rows.number(FigureRow.of(ask.unit())).isPresent();
            case BY_UNIT ->
                parts(rules, ask.unit()).stream()
                        .anyMatch(part ->
                                rows.number(FigureRow.of(Optional.of(part))).isPresent());
            case BY_POSITION, BY_LEADER_LEVEL -> rows.split().contains(ask.unit());
        };
    }

    /** By the number of a summed-up row its number in the sums. */
    private Map<Integer, Integer> rowsByNumber(RulesInForce rules, SummedUp.Rows rows, Ask ask) {
        Map<Integer, Integer> by = new HashMap<>();
        switch (ask.split()) {
            case TOGETHER -> rows.number(FigureRow.of(ask.unit())).ifPresent(number -> by.put(number, 0));
            case BY_UNIT -> {
                for (UnitCode part : parts(rules, ask.unit())) {
                    rows.number(FigureRow.of(Optional.of(part)))
                            .ifPresent(number -> by.put(number, rules.number(part)));
                }
            }
            case BY_POSITION -> facet(rows, ask.unit(), Facet.POSITION, Kind.POSITION, by);
            case BY_LEADER_LEVEL -> facet(rows, ask.unit(), Facet.LEADER_LEVEL, Kind.LEADER_LEVEL, by);
        }
        return by;
    }

    private void facet(SummedUp.Rows rows, Optional<UnitCode> unit, Facet facet, Kind kind, Map<Integer, Integer> by) {
        rows.numbers().forEach((row, number) -> {
            if (row.facet() == facet && row.unit().equals(unit)) {
                by.put(number, row.code().isEmpty() ? 0 : numbers.of(kind, row.code()));
            }
        });
    }

    /** From the traces of whoever works there at the time. */
    private Map<String, Counts[]> counted(RulesInForce rules, Ask ask) {
        SplitSums sums = sums(rules, ask, rules.layout(ask.sets()));
        traces(rules, ask).query(row -> {
            sums.add(row.getBytes(1));
        });
        return sums.counts();
    }

    private JdbcClient.StatementSpec traces(RulesInForce rules, Ask ask) {
        return ask.unit()
                .map(unit -> jdbc.sql("""
                        select t.trace from coverage_trace t
                         where t.employee_id in (
                               select employee_id from employment
                                where unit_code = any(:units) and valid_from <= :last
                                  and (valid_until is null or valid_until > :first))
                        """)
                        .param(
                                "units",
                                rules.units().within(unit).stream()
                                        .map(UnitCode::value)
                                        .toArray(String[]::new))
                        .param("first", ask.dates().getFirst())
                        .param("last", ask.dates().getLast()))
                .orElseGet(() -> jdbc.sql("select trace from coverage_trace"))
                .withFetchSize(ROWS_AT_ONCE);
    }

    private SplitSums sums(RulesInForce rules, Ask ask, Layout layout) {
        return switch (ask.split()) {
            case TOGETHER -> sums(within(rules, ask, (_, _, _) -> 0), _ -> "", ask, layout);
            case BY_UNIT -> sums(byUnit(rules, ask.unit()), number -> numbers.code(Kind.UNIT, number), ask, layout);
            case BY_POSITION ->
                sums(
                        within(rules, ask, (_, position, _) -> position),
                        number -> numbers.code(Kind.POSITION, number),
                        ask,
                        layout);
            case BY_LEADER_LEVEL ->
                sums(
                        within(rules, ask, (_, _, level) -> level),
                        number -> number == 0 ? "" : numbers.code(Kind.LEADER_LEVEL, number),
                        ask,
                        layout);
        };
    }

    private static SplitSums sums(SplitSums.Rows rows, IntFunction<String> keys, Ask ask, Layout layout) {
        return new SplitSums(rows, keys, layout, ask.wanted(), ask.days());
    }

    private static SplitSums.Rows within(RulesInForce rules, Ask ask, SplitSums.Rows rows) {
        if (ask.unit().isEmpty()) {
            return rows;
        }
        BitSet units = rules.numbers(rules.units().within(ask.unit().get()));
        return (unit, position, level) -> units.get(unit) ? rows.of(unit, position, level) : SplitSums.Rows.NONE;
    }

    private static SplitSums.Rows byUnit(RulesInForce rules, Optional<UnitCode> unit) {
        Map<Integer, Integer> partOf = new HashMap<>();
        for (UnitCode part : parts(rules, unit)) {
            rules.units().within(part).forEach(below -> partOf.put(rules.number(below), rules.number(part)));
        }
        return (of, _, _) -> partOf.getOrDefault(of, SplitSums.Rows.NONE);
    }

    private static List<UnitCode> parts(RulesInForce rules, Optional<UnitCode> unit) {
        List<Unit> parts = unit.map(rules.units()::children).orElseGet(rules.units()::roots);
        List<UnitCode> codes = new ArrayList<>();
        parts.forEach(part -> codes.add(part.code()));
        return codes;
    }
}
