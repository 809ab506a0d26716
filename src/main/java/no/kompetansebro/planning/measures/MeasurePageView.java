package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The page of one measure.
 *
 * @param outcome the key of what became of what was done; empty where nothing was
 * @param effect coverage before and after; none where it closes no gap
 * @param answers what participants think, in lines
 * @param review what the leader thinks, or when that is asked
 * @param reviewable whether it may be said now
 * @param next the states that it may get
 */
record MeasurePageView(
        String id,
        int version,
        String outcome,
        MeasureView measure,
        String level,
        String back,
        List<Fact> facts,
        List<Gap> gaps,
        List<Effect> effect,
        List<Cost> costs,
        boolean counted,
        List<Held> occasions,
        String answers,
        List<String> comments,
        boolean askable,
        String review,
        String reviewComment,
        boolean reviewable,
        List<MeasureHistory.Line> history,
        boolean mayChange,
        boolean cancelled,
        List<Next> next,
        PlanFields fields) {

    /** A line about it. */
    record Fact(String name, String text) {}

    /** A requirement whose gaps it closes, and where they are looked at. */
    record Gap(String name, String href) {}

    /** Coverage on a date. */
    record Effect(String label, String percent, String of) {}

    /** A year's kroner, or their sum. */
    record Cost(String year, String planned, String actual) {}

    /** A time that it was held; {@code withdrawn} says why it does not count. */
    record Held(UUID id, String when, String note, String withdrawn, boolean counts) {}

    /** A state to give it. */
    record Next(String state, String text) {}

    public String value(String field) {
        return fields.value(field);
    }

    public Map<String, String> errors() {
        return fields.errors();
    }
}
