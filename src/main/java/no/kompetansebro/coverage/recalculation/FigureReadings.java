package no.kompetansebro.coverage.recalculation;

import java.sql.Types;
import java.time.LocalDate;
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
import no.kompetansebro.organisation.EmployeeId;
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
     * @param seen what is seen of everything; empty for all of it
     * @param sets the sets of requirements whose figures will be asked of the counts
     * @param statuses those that count; none for all
     * @param dates ascending, each once, at least one
     */
    public record Ask(
            Optional<UnitCode> unit,
            Optional<Seen> seen,
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

    /** Some units, and all posts of oneself. */
    public record Seen(Set<UnitCode> units, Optional<EmployeeId> self) {}

    /** The counts of the rows by key ("" where there is one row for all), on each of the dates; rows without people may miss. */
    public Map<String, Counts[]> read(RulesInForce rules, Ask ask) {
        Optional<Map<String, Counts[]>> ready = Optional.empty();
        for (int attempt = 0; attempt < 3 && ready.isEmpty() && mayBeSummedUp(rules, ask); attempt++) {
            ready = summedUp(rules, ask);
        }
        return ready.orElseGet(() -> counted(rules, ask));
    }

    private static boolean mayBeSummedUp(RulesInForce rules, Ask ask) {
        return ask.seen().isEmpty()
                && ask.statuses().isEmpty()
                && ask.sets().stream().allMatch(rules.layout()::knows);
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
                parts(rules, ask).stream()
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
                for (UnitCode part : parts(rules, ask)) {
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
        ask.seen().flatMap(Seen::self).ifPresent(self -> addOwn(self, rows(rules, ask, Optional.empty()), sums));
        return sums.counts();
    }

    private JdbcClient.StatementSpec traces(RulesInForce rules, Ask ask) {
        return units(rules, ask)
                .map(units -> jdbc.sql("""
                        select t.trace from coverage_trace t
                         where t.employee_id in (
                               select employee_id from employment
                                where unit_code = any(:units) and valid_from <= :last
                                  and (valid_until is null or valid_until > :first))
                           and t.employee_id is distinct from :self
                        """)
                        .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                        .param("first", ask.dates().getFirst())
                        .param("last", ask.dates().getLast())
                        .param(
                                "self",
                                ask.seen()
                                        .flatMap(Seen::self)
                                        .map(EmployeeId::value)
                                        .orElse(null),
                                Types.OTHER))
                .orElseGet(() -> jdbc.sql("select trace from coverage_trace"))
                .withFetchSize(ROWS_AT_ONCE);
    }

    private void addOwn(EmployeeId self, SplitSums.Rows rows, SplitSums sums) {
        jdbc.sql("select trace from coverage_trace where employee_id = :self")
                .param("self", self.value())
                .query(row -> {
                    sums.add(row.getBytes(1), rows);
                });
    }

    /** Those whose posts are counted; empty for every unit. */
    private static Optional<Set<UnitCode>> units(RulesInForce rules, Ask ask) {
        return ask.unit().map(rules.units()::within).or(() -> ask.seen().map(Seen::units));
    }

    private SplitSums sums(RulesInForce rules, Ask ask, Layout layout) {
        Optional<BitSet> units = units(rules, ask).map(rules::numbers);
        return new SplitSums(rows(rules, ask, units), keys(ask.split()), layout, ask.wanted(), ask.days());
    }

    private IntFunction<String> keys(Split split) {
        return switch (split) {
            case TOGETHER -> _ -> "";
            case BY_UNIT -> number -> numbers.code(Kind.UNIT, number);
            case BY_POSITION -> number -> numbers.code(Kind.POSITION, number);
            case BY_LEADER_LEVEL -> number -> number == 0 ? "" : numbers.code(Kind.LEADER_LEVEL, number);
        };
    }

    /** Of posts in the units, or in any. */
    private static SplitSums.Rows rows(RulesInForce rules, Ask ask, Optional<BitSet> units) {
        SplitSums.Rows rows = rows(rules, ask);
        return units.map(of -> of(of, rows)).orElse(rows);
    }

    private static SplitSums.Rows of(BitSet units, SplitSums.Rows rows) {
        return (unit, position, level) -> units.get(unit) ? rows.of(unit, position, level) : SplitSums.Rows.NONE;
    }

    private static SplitSums.Rows rows(RulesInForce rules, Ask ask) {
        return switch (ask.split()) {
            case TOGETHER -> (_, _, _) -> 0;
            case BY_UNIT -> byUnit(rules, ask);
            case BY_POSITION -> (_, position, _) -> position;
            case BY_LEADER_LEVEL -> (_, _, level) -> level;
        };
    }

    private static SplitSums.Rows byUnit(RulesInForce rules, Ask ask) {
        Map<Integer, Integer> partOf = new HashMap<>();
        for (UnitCode part : parts(rules, ask)) {
            rules.units().within(part).forEach(below -> partOf.put(rules.number(below), rules.number(part)));
        }
        return (of, _, _) -> partOf.getOrDefault(of, SplitSums.Rows.NONE);
    }

    private static List<UnitCode> parts(RulesInForce rules, Ask ask) {
        return parts(rules, ask.unit(), ask.seen()).stream().map(Unit::code).toList();
    }

    /** The units that the unit is split into, or everything, or what is seen of it. */
    public static List<Unit> parts(RulesInForce rules, Optional<UnitCode> unit, Optional<Seen> seen) {
        return unit.map(rules.units()::children)
                .or(() -> seen.map(s -> topmost(rules, s.units())))
                .orElseGet(rules.units()::roots);
    }

    private static List<Unit> topmost(RulesInForce rules, Set<UnitCode> seen) {
        return rules.units().all().stream()
                .filter(unit -> seen.contains(unit.code()))
                .filter(unit -> unit.parent().filter(seen::contains).isEmpty())
                .toList();
    }
}
