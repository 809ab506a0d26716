package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;

/** Which measures of a plan are looked at; empty means all (all but the cancelled, for the state). */
record PlanFilter(String state, String year, String goal) {

    List<Measure> of(List<Measure> measures) {
        return measures.stream().filter(this::shows).toList();
    }

    private boolean shows(Measure measure) {
        boolean ofState = state.isEmpty()
                ? measure.state() != MeasureState.CANCELLED
                : measure.state().name().equals(state);
        return ofState
                && (year.isEmpty() || isIn(measure))
                && (goal.isEmpty()
                        || measure.wish()
                                .closes()
                                .goal()
                                .map(Object::toString)
                                .filter(goal::equals)
                                .isPresent());
    }

    private boolean isIn(Measure measure) {
        if (!year.matches("\\d{4}")) {
            return false;
        }
        LocalDate first = LocalDate.of(Integer.parseInt(year), 1, 1);
        return measure.wish().dates().from().isBefore(first.plusYears(1))
                && measure.wish().dates().until().isAfter(first);
    }
}
