package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.figures.Counts;
import no.kompetansebro.coverage.recalculation.FigureReadings;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.coverage.recalculation.Split;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;

/**
 * Figures in rows and columns, and over the days of a period, in one reading of the read model. Who sees what is as in {@link
 * Coverage}; who sees no units gets nothing.
 */
@Component
public class FigureTables {

    private final Upkeep upkeep;
    private final FigureReadings readings;
    private final RowNames names;

    FigureTables(Upkeep upkeep, FigureReadings readings, RowNames names) {
        this.upkeep = upkeep;
        this.readings = readings;
        this.names = names;
    }

    /**
     * The rows with pairs, by key: by unit as {@link Coverage#summary} says, by position or by leader level. Columns are by
     * requirement, competence or category.
     */
    public List<GridRow> grid(Viewer viewer, Question question, By rows, By columns) {
        if (!ReadQuestion.isOfUnits(viewer, question)) {
            return List.of();
        }
        ReadQuestion asked = new ReadQuestion(upkeep.catchUp(), viewer, question);
        return asked.isKnown() ? grid(asked, rows, columns) : List.of();
    }

    private List<GridRow> grid(ReadQuestion asked, By rows, By columns) {
        Map<String, BitSet> sets = asked.sets(columns);
        List<BitSet> wanted = new ArrayList<>(sets.values());
        wanted.add(asked.asked());
        Map<String, Counts[]> read = readings.read(asked.rules(), asked.ask(split(rows), wanted));
        SortedMap<String, Figures> totals = new TreeMap<>(CodePoints.ORDER);
        Map<String, Map<String, Figures>> cells = new LinkedHashMap<>();
        read.forEach((key, counts) -> {
            Figures total = counts[0].of(asked.asked());
            if (total.pairs() > 0) {
                totals.put(key, total);
                cells.put(key, columns(counts[0], sets));
            }
        });
        return named(rows, asked.rules(), totals).stream()
                .map(row -> new GridRow(row.key(), row.name(), row.figures(), cells.getOrDefault(row.key(), Map.of())))
                .toList();
    }

    private List<SummaryRow> named(By rows, RulesInForce rules, SortedMap<String, Figures> totals) {
        return rows == By.UNIT
                ? totals.entrySet().stream()
                        .map(row -> new SummaryRow(
                                row.getKey(), RowNames.unit(rules, new UnitCode(row.getKey())), row.getValue()))
                        .toList()
                : names.named(rows, rules, totals);
    }

    private static Map<String, Figures> columns(Counts counts, Map<String, BitSet> sets) {
        Map<String, Figures> columns = new LinkedHashMap<>();
        sets.forEach((key, set) -> {
            Figures figures = counts.of(set);
            if (figures.pairs() > 0) {
                columns.put(key, figures);
            }
        });
        return columns;
    }

    private static Split split(By rows) {
        return switch (rows) {
            case UNIT -> Split.BY_UNIT;
            case POSITION -> Split.BY_POSITION;
            case LEADER_LEVEL -> Split.BY_LEADER_LEVEL;
            case REQUIREMENT, COMPETENCE, CATEGORY -> throw new IllegalArgumentException("Rows by " + rows);
        };
    }

    /**
     * The gap days from the first date to the last, both included, of the pairs that the question asks about, by unit (as
     * {@link Coverage#summary} says) or by requirement; rows with pairs or gap days, by key. A pair counts on a day where
     * its figures count it then.
     */
    public List<GapDaySum> gapDays(Viewer viewer, DateInterval period, Question question, By by) {
        if (!ReadQuestion.isOfUnits(viewer, question)) {
            return List.of();
        }
        ReadQuestion asked = new ReadQuestion(upkeep.catchUp(), viewer, question);
        if (!asked.isKnown()) {
            return List.of();
        }
        List<LocalDate> days = period.from().datesUntil(period.until()).toList();
        Map<String, BitSet> singles = asked.sets(By.REQUIREMENT);
        boolean byUnit = by == By.UNIT;
        Map<String, Counts[]> read = readings.read(
                asked.rules(), asked.ask(byUnit ? Split.BY_UNIT : Split.TOGETHER, singles.values(), days));
        SortedMap<String, GapDaySum> sums = new TreeMap<>(CodePoints.ORDER);
        read.forEach((row, counts) -> singles.forEach((requirement, single) -> {
            GapDaySum sum = sum(byUnit ? row : requirement, counts, single);
            sums.merge(sum.key(), sum, FigureTables::plus);
        }));
        sums.values().removeIf(sum -> sum.pairs() == 0 && sum.days() == 0);
        return List.copyOf(sums.values());
    }

    private static GapDaySum sum(String key, Counts[] counts, BitSet single) {
        long days = 0;
        for (Counts count : counts) {
            days += behind(count.of(single));
        }
        Figures last = counts[counts.length - 1].of(single);
        return new GapDaySum(key, days, last.pairs(), behind(last));
    }

    private static long behind(Figures figures) {
        return figures.overdue() + figures.expired();
    }

    private static GapDaySum plus(GapDaySum a, GapDaySum b) {
        return new GapDaySum(a.key(), a.days() + b.days(), a.pairs() + b.pairs(), a.behind() + b.behind());
    }
}
