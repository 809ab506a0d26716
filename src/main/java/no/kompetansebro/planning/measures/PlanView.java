package no.kompetansebro.planning.measures;

import java.util.List;
import no.kompetansebro.planning.measures.PlanHead.Option;

/**
 * The page with the measures of a plan.
 *
 * @param outcome what became of what was done; empty where nothing was
 * @param columns the heads of the seven columns
 */
record PlanView(
        PlanHead head,
        String outcome,
        List<String> columns,
        List<Part> parts,
        List<Option> states,
        List<Option> years,
        List<Option> goals,
        String note) {

    /** The plan's own measures, those that it inherits, those of plans below. */
    record Part(String id, String title, String help, List<MeasureView> rows, boolean tellsPlan) {}
}
