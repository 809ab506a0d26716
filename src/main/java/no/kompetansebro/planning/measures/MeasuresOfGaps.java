package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.GapMeasures;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the measures that address gaps in the plans. */
@Component
class MeasuresOfGaps implements GapMeasures {

    private final Measures measures;
    private final Units units;

    MeasuresOfGaps(Measures measures, Units units) {
        this.measures = measures;
        this.units = units;
    }

    @Override
    @Transactional(readOnly = true)
    public Known on(Viewer viewer, LocalDate date) {
        PlanTree tree = new PlanTree(units.tree());
        List<Measure> all = measures.all().stream()
                .filter(each -> each.addresses(date))
                .filter(each -> !each.wish().closes().requirements().isEmpty())
                .filter(each -> isSeen(each, viewer, tree))
                .toList();
        return (unit, requirement) -> of(unit, requirement, all, tree);
    }

    private static List<Addressing> of(
            Optional<UnitCode> unit, RequirementCode requirement, List<Measure> all, PlanTree tree) {
        PlanContents plan = PlanContents.of(
                unit,
                all.stream()
                        .filter(each -> each.wish().closes().requirements().contains(requirement))
                        .toList(),
                tree);
        return Stream.concat(
                        Stream.concat(plan.own().stream(), plan.inherited().stream())
                                .map(each -> addressing(each, true)),
                        plan.below().stream().map(each -> addressing(each, false)))
                .toList();
    }

    private static Addressing addressing(Measure measure, boolean whole) {
        return new Addressing(
                measure.name(), measure.state().key(), measure.wish().dates(), PlanPaths.measure(measure.id()), whole);
    }

    /** Plans of the viewer's units and those above them, the common measures of which they have too. */
    private static boolean isSeen(Measure measure, Viewer viewer, PlanTree tree) {
        Optional<UnitCode> plan = tree.plan(measure.place().unit());
        return PlanRights.isOverAll(viewer, tree)
                || plan.filter(viewer::sees).isPresent()
                || (measure.wish().common()
                        && PlanRights.mayPlan(viewer)
                        && (plan.isEmpty()
                                || tree.units().within(plan.get()).stream().anyMatch(viewer::sees)));
    }
}
