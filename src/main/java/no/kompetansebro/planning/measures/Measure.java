package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.shared.DateInterval;

/**
 * A measure of a plan.
 *
 * @param reason why it has its state; empty where nobody said
 * @param evaluatedFrom since when participants are asked what they think of it
 * @param version 1 when it is made, one more by each change
 */
record Measure(
        MeasureId id, Wish wish, MeasureState state, String reason, Optional<LocalDate> evaluatedFrom, int version) {

    /**
     * What somebody wants a measure to be.
     *
     * @param common whether plans below have it too
     * @param quantity how many times it is to be held
     */
    record Wish(
            Place place,
            boolean common,
            Columns columns,
            DateInterval dates,
            Closes closes,
            Optional<Integer> quantity,
            List<YearCost> costs) {

        Wish {
            costs = List.copyOf(costs);
        }
    }

    String name() {
        return wish.columns().measure();
    }

    Place place() {
        return wish.place();
    }

    /** Whether it is, was or will be worked on at the date: what is cancelled never is. */
    boolean addresses(LocalDate date) {
        return state != MeasureState.CANCELLED
                && (state.isOpen() || wish.dates().until().isAfter(date));
    }

    BigDecimal planned() {
        return wish.costs().stream().map(YearCost::planned).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal actual() {
        return wish.costs().stream().flatMap(each -> each.actual().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
