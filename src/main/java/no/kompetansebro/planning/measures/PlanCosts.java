package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;

/**
 * What measures cost, by the plans directly below a plan and by year. Each measure is in one row: the sum counts it once.
 *
 * @param years those with any cost, in order
 */
record PlanCosts(List<Integer> years, List<Row> rows, Row sum) {

    /**
     * The costs of a plan with all below it; or what the plan at the top has itself.
     *
     * @param plan empty for what the plan at the top has itself, and for the sum
     * @param byYear planned and actual by year
     */
    record Row(Optional<UnitCode> plan, int measures, Map<Integer, Amounts> byYear) {

        Amounts total() {
            return byYear.values().stream().reduce(Amounts.NONE, Amounts::plus);
        }

        Amounts in(int year) {
            return byYear.getOrDefault(year, Amounts.NONE);
        }
    }

    /** Kroner. */
    record Amounts(BigDecimal planned, BigDecimal actual) {

        static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

        Amounts plus(Amounts other) {
            return new Amounts(planned.add(other.planned), actual.add(other.actual));
        }
    }

    /** Of the measures of the plan with all below it; those that are cancelled cost what they have cost, and no more. */
    static PlanCosts of(Optional<UnitCode> plan, List<Measure> counted, PlanTree tree) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                Optional.empty(),
                counted.stream()
                        .filter(each -> tree.isSame(each.place().unit(), plan))
                        .toList()));
        for (UnitCode child : children(plan, tree)) {
            List<Measure> of = counted.stream()
                    .filter(each -> tree.isSame(each.place().unit(), Optional.of(child))
                            || tree.isAbove(Optional.of(child), each.place().unit()))
                    .toList();
            if (!of.isEmpty()) {
                rows.add(row(Optional.of(child), of));
            }
        }
        Row sum = row(Optional.empty(), counted);
        return new PlanCosts(List.copyOf(new TreeSet<>(sum.byYear().keySet())), rows, sum);
    }

    private static List<UnitCode> children(Optional<UnitCode> plan, PlanTree tree) {
        List<Unit> below = tree.people(plan)
                .map(tree.units()::children)
                .orElseGet(() -> tree.units().roots());
        return below.stream().map(Unit::code).toList();
    }

    private static Row row(Optional<UnitCode> plan, List<Measure> measures) {
        Map<Integer, Amounts> byYear = new TreeMap<>();
        measures.forEach(measure -> measure.wish()
                .costs()
                .forEach(cost -> byYear.merge(
                        cost.year(),
                        new Amounts(
                                measure.state() == MeasureState.CANCELLED ? BigDecimal.ZERO : cost.planned(),
                                cost.actual().orElse(BigDecimal.ZERO)),
                        Amounts::plus)));
        return new Row(plan, measures.size(), byYear);
    }
}
