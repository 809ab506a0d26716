package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** <i>Tiltaksplan</i> on <i>Min enhet</i>: what goes on, what is late, and who leaves before binding time is over. */
@Component
@Order(60)
class PlanOfUnit implements PageSection {

    private static final int MOST = 5;

    private final Measures measures;
    private final Evaluations evaluations;
    private final Bindings bindings;
    private final Workplaces workplaces;
    private final Units units;

    PlanOfUnit(Measures measures, Evaluations evaluations, Bindings bindings, Workplaces workplaces, Units units) {
        this.measures = measures;
        this.evaluations = evaluations;
        this.bindings = bindings;
        this.workplaces = workplaces;
        this.units = units;
    }

    /** The section; {@code alerts} are of binding time. */
    record View(String summary, List<Line> lines, List<String> alerts, String href) {}

    /** A measure that asks for something: it is late, or waits for the leader's judgement. */
    record Line(String name, String href, String why) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself _ -> Optional.empty();
            case Subject.OfUnit(UnitCode unit) ->
                PlanRights.mayPlan(asked.viewer())
                        ? Optional.of(new Content("planning/tiltak-deler", "unit", of(unit, asked)))
                        : Optional.empty();
        };
    }

    private View of(UnitCode unit, Asked asked) {
        LocalDate today = asked.asOf().today();
        Words words = asked.words();
        PlanTree tree = new PlanTree(units.tree());
        Optional<UnitCode> plan = tree.plan(Optional.of(unit));
        PlanContents contents = PlanContents.of(plan, measures.all(), tree).seenBy(asked.viewer());
        long open = contents.counted().stream()
                .filter(each -> each.state().isOpen())
                .count();
        long inherited = contents.inherited().stream()
                .filter(each -> each.state().isOpen())
                .count();
        return new View(
                words.text("planning.measures.unit.summary", open, inherited),
                lines(contents, today, words),
                alerts(plan, tree, asked),
                PlanPaths.of(PlanPaths.MEASURES, plan));
    }

    private List<Line> lines(PlanContents contents, LocalDate today, Words words) {
        Map<MeasureId, Evaluations.Review> reviews = evaluations.reviews();
        return contents.own().stream()
                .flatMap(each -> why(each, reviews.containsKey(each.id()), today)
                        .map(key -> new Line(
                                each.name(),
                                PlanPaths.measure(each.id()),
                                words.text(
                                        key, words.lastDay(each.wish().dates().until()))))
                        .stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<String> why(Measure measure, boolean reviewed, LocalDate today) {
        if (measure.state().isOpen() && !measure.wish().dates().until().isAfter(today)) {
            return Optional.of("planning.measures.unit.late");
        }
        return measure.state() == MeasureState.DONE && !reviewed && EvaluationViews.isReviewable(measure, today)
                ? Optional.of("planning.measures.unit.review")
                : Optional.empty();
    }

    private List<String> alerts(Optional<UnitCode> plan, PlanTree tree, Asked asked) {
        List<Binding> all = bindings.all();
        LocalDate today = asked.asOf().today();
        Workplaces.Known work =
                workplaces.of(all.stream().map(Binding::employee).toList(), today);
        return all.stream()
                .filter(each -> work.isWithin(each.employee(), plan, tree, asked.viewer()))
                .flatMap(each -> EducationViews.alert(each, work, today, asked.words())
                        .map(alert -> work.name(each.employee()) + ": " + alert)
                        .stream())
                .toList();
    }
}
