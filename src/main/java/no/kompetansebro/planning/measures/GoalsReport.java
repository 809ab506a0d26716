package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Evaluations.Answers;
import no.kompetansebro.planning.measures.Evaluations.Review;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** To what degree measures have supported the strategic goals: how many, what they cost, coverage before and after, evaluation. */
@Component
class GoalsReport {

    private final StrategicGoals goals;
    private final Measures measures;
    private final Evaluations evaluations;
    private final CoverageOfMeasures coverage;

    GoalsReport(StrategicGoals goals, Measures measures, Evaluations evaluations, CoverageOfMeasures coverage) {
        this.goals = goals;
        this.measures = measures;
        this.evaluations = evaluations;
        this.coverage = coverage;
    }

    /**
     * A goal, or the measures without one.
     *
     * @param href the measures; empty for the sum
     * @param participants what participants think; a dash where too few have answered
     */
    record Row(
            String name,
            String href,
            String measures,
            String done,
            String planned,
            String actual,
            String before,
            String after,
            String participants,
            String leaders) {}

    /** The goals, then what supports none, then the sum. */
    List<Row> rows(Viewer viewer, Chosen chosen, LocalDate asOf, Words words) {
        List<Measure> counted =
                PlanContents.of(chosen.plan(), measures.all(), chosen.tree()).seenBy(viewer).counted().stream()
                        .filter(each -> each.state() != MeasureState.CANCELLED)
                        .filter(each -> !each.wish().dates().from().isAfter(asOf))
                        .toList();
        Asked asked = new Asked(viewer, chosen, asOf, evaluations.answers(), evaluations.reviews(), words);
        List<Row> rows = new ArrayList<>();
        goals.all().forEach(goal -> {
            List<Measure> of = counted.stream()
                    .filter(each -> each.wish()
                            .closes()
                            .goal()
                            .filter(goal.id()::equals)
                            .isPresent())
                    .toList();
            if (!goal.retired() || !of.isEmpty()) {
                rows.add(row(goal.text(), link(chosen, goal), of, asked));
            }
        });
        List<Measure> none = counted.stream()
                .filter(each -> each.wish().closes().goal().isEmpty())
                .toList();
        if (!none.isEmpty()) {
            rows.add(row(words.text("planning.measures.goals.none"), "", none, asked));
        }
        rows.add(row(words.text("planning.measures.sum"), "", counted, asked));
        return rows;
    }

    private record Asked(
            Viewer viewer,
            Chosen chosen,
            LocalDate asOf,
            Map<MeasureId, Answers> answers,
            Map<MeasureId, Review> reviews,
            Words words) {}

    private static String link(Chosen chosen, Goal goal) {
        return PlanPaths.link(
                PlanPaths.MEASURES,
                Map.of(
                        PlanPaths.UNIT,
                        PlanPaths.name(chosen.plan()),
                        "mal",
                        goal.id().toString()));
    }

    private Row row(String name, String href, List<Measure> of, Asked asked) {
        Words words = asked.words();
        Optional<CoverageOfMeasures.Effect> effect = effect(of, asked);
        return new Row(
                name,
                href,
                words.number(of.size()),
                words.number(of.stream()
                        .filter(each -> each.state() == MeasureState.DONE)
                        .count()),
                words.number(sum(of, true)),
                words.number(sum(of, false)),
                effect.filter(CoverageOfMeasures.Effect::hasBegun)
                        .map(each -> Bar.of(each.before(), words).percent())
                        .orElse(Words.DASH),
                effect.map(each -> Bar.of(each.after(), words).percent()).orElse(Words.DASH),
                participants(of, asked),
                leaders(of, asked));
    }

    private static BigDecimal sum(List<Measure> of, boolean planned) {
        return of.stream()
                .map(each -> planned ? each.planned() : each.actual())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** From the day on which the first of them began, of all requirements that they are for. */
    private Optional<CoverageOfMeasures.Effect> effect(List<Measure> of, Asked asked) {
        Set<RequirementCode> requirements = of.stream()
                .flatMap(each -> each.wish().closes().requirements().stream())
                .collect(Collectors.toSet());
        return of.stream()
                .filter(each -> !each.wish().closes().requirements().isEmpty())
                .map(each -> each.wish().dates().from())
                .min(Comparator.naturalOrder())
                .map(start -> coverage.of(
                        asked.viewer(),
                        asked.chosen().plan(),
                        asked.chosen().tree(),
                        requirements,
                        start,
                        asked.asOf()));
    }

    /** The mean of the measures with enough answers, each by how many answered. */
    private static String participants(List<Measure> of, Asked asked) {
        List<Answers> told = of.stream()
                .map(each -> asked.answers().get(each.id()))
                .filter(each -> each != null && each.mean().isPresent())
                .toList();
        int count = told.stream().mapToInt(Answers::count).sum();
        double sum = told.stream()
                .mapToDouble(each -> each.count() * each.mean().orElseThrow())
                .sum();
        return count == 0
                ? Words.DASH
                : asked.words()
                        .text("planning.measures.goals.mean", EvaluationViews.mean(sum / count, asked.words()), count);
    }

    private static String leaders(List<Measure> of, Asked asked) {
        List<Review> told = of.stream()
                .map(each -> asked.reviews().get(each.id()))
                .filter(each -> each != null)
                .toList();
        return told.isEmpty()
                ? Words.DASH
                : asked.words()
                        .text(
                                "planning.measures.goals.mean",
                                EvaluationViews.mean(
                                        told.stream()
                                                .mapToInt(Review::score)
                                                .average()
                                                .orElseThrow(),
                                        asked.words()),
                                told.size());
    }
}
