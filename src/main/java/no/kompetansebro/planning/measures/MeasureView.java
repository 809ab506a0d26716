package no.kompetansebro.planning.measures;

import java.util.List;

/**
 * A measure as a line of a plan.
 *
 * @param state the state's code, in small letters
 * @param columns the plan's seven columns; the cost is the sum where nothing is written
 * @param plan whose plan it is in
 * @param goal the strategic goal; empty without one
 * @param gaps the requirements whose gaps it closes
 * @param progress how many of how many times; empty without a quantity
 */
record MeasureView(
        String href,
        String state,
        String stateText,
        Columns columns,
        String plan,
        String goal,
        List<String> gaps,
        String progress) {

    /** The seven columns as they are printed. */
    List<String> texts() {
        return List.of(
                columns.goal(),
                columns.measure(),
                columns.targetGroup(),
                columns.extent(),
                columns.timeFrame(),
                columns.responsible(),
                columns.cost());
    }
}
