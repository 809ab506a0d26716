package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Coverage of what measures are for, before and after them. */
@Component
class CoverageOfMeasures {

    private final Coverage coverage;

    CoverageOfMeasures(Coverage coverage) {
        this.coverage = coverage;
    }

    /**
     * How coverage went.
     *
     * @param start the day on which the measure began
     * @param end its last day, or today where it goes on; the same as the start where it has not begun
     */
    record Effect(LocalDate start, Figures before, LocalDate end, Figures after) {

        boolean hasBegun() {
            return start.isBefore(end);
        }
    }

    /** Of the requirements that the measure is for, among the people of its plan; empty where it is for none. */
    Optional<Effect> of(Viewer viewer, Measure measure, PlanTree tree, LocalDate today) {
        Set<RequirementCode> requirements = Set.copyOf(measure.wish().closes().requirements());
        if (requirements.isEmpty()) {
            return Optional.empty();
        }
        LocalDate lastDay = measure.wish().dates().until().minusDays(1);
        LocalDate end = lastDay.isBefore(today) ? lastDay : today;
        LocalDate start = measure.wish().dates().from().isBefore(end)
                ? measure.wish().dates().from()
                : end;
        Question among = Question.asOf(end).among(requirements);
        Question about = measure.place()
                .employee()
                .map(among::of)
                .orElseGet(() -> within(viewer, measure.place().unit(), tree, among));
        return Optional.of(effect(viewer, about, start, end));
    }

    /** Of the requirements among the people of the plan, on both dates. */
    Effect of(
            Viewer viewer,
            Optional<UnitCode> plan,
            PlanTree tree,
            Set<RequirementCode> requirements,
            LocalDate start,
            LocalDate end) {
        return effect(
                viewer,
                within(viewer, plan, tree, Question.asOf(end).among(requirements)),
                start.isBefore(end) ? start : end,
                end);
    }

    private Effect effect(Viewer viewer, Question question, LocalDate start, LocalDate end) {
        SequencedMap<LocalDate, Figures> trend =
                coverage.trend(viewer, question, start.equals(end) ? List.of(end) : List.of(start, end));
        return new Effect(start, trend.getOrDefault(start, Figures.NONE), end, trend.getOrDefault(end, Figures.NONE));
    }

    /** A plan above the viewer's units is asked about for those of its people whom the viewer sees. */
    private static Question within(Viewer viewer, Optional<UnitCode> plan, PlanTree tree, Question question) {
        return tree.people(tree.plan(plan))
                .filter(viewer::sees)
                .map(question::in)
                .orElse(question);
    }
}
