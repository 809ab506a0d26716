package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.MeasurePageView.Cost;
import no.kompetansebro.planning.measures.MeasurePageView.Effect;
import no.kompetansebro.planning.measures.MeasurePageView.Fact;
import no.kompetansebro.planning.measures.MeasurePageView.Gap;
import no.kompetansebro.planning.measures.MeasurePageView.Held;
import no.kompetansebro.planning.measures.MeasurePageView.Next;
import org.springframework.stereotype.Component;

/** Puts the page of one measure together. */
@Component
class MeasurePageViews {

    private final Units units;
    private final MeasureViews views;
    private final PlanNeeds needs;
    private final Occasions occasions;
    private final EvaluationViews evaluations;
    private final CoverageOfMeasures coverage;
    private final MeasureHistory history;
    private final PlanRights rights;

    MeasurePageViews(
            Units units,
            MeasureViews views,
            PlanNeeds needs,
            Occasions occasions,
            EvaluationViews evaluations,
            CoverageOfMeasures coverage,
            MeasureHistory history,
            PlanRights rights) {
        this.units = units;
        this.views = views;
        this.needs = needs;
        this.occasions = occasions;
        this.evaluations = evaluations;
        this.coverage = coverage;
        this.history = history;
        this.rights = rights;
    }

    MeasurePageView of(
            Viewer viewer, Measure measure, PlanFields fields, String outcome, LocalDate today, Words words) {
        PlanTree tree = new PlanTree(units.tree());
        MeasureViews.Speaking speaking = views.speaking(List.of(measure), tree, today, words);
        MeasureView view = speaking.view(measure);
        EvaluationViews.Said said = evaluations.of(measure, today, words);
        boolean mayChange = rights.mayChange(viewer, measure.place());
        return new MeasurePageView(
                measure.id().toString(),
                measure.version(),
                outcome,
                view,
                words.text(tree.level(measure.place()).key()),
                PlanPaths.of(PlanPaths.MEASURES, tree.plan(measure.place().unit())),
                facts(measure, view, words),
                gaps(viewer, measure, speaking),
                effect(viewer, measure, tree, today, words),
                costs(measure, speaking),
                measure.wish().quantity().isPresent(),
                held(measure, words),
                said.answers(),
                said.comments(),
                mayChange && measure.evaluatedFrom().isEmpty() && measure.state() != MeasureState.CANCELLED,
                said.review(),
                said.reviewComment(),
                mayChange && said.reviewable(),
                history.of(measure.id(), words),
                mayChange,
                measure.state() == MeasureState.CANCELLED,
                next(measure, words),
                fields);
    }

    private List<Fact> facts(Measure measure, MeasureView view, Words words) {
        List<Fact> facts = new ArrayList<>();
        List<String> names = PlanPage.columns(words);
        List<String> texts = view.texts();
        for (int i = 0; i < names.size(); i++) {
            fact(names.get(i), texts.get(i)).ifPresent(facts::add);
        }
        fact(words.text("planning.measures.strategic"), view.goal()).ifPresent(facts::add);
        fact(
                        words.text("planning.measures.need"),
                        measure.wish()
                                .closes()
                                .need()
                                .flatMap(needs::find)
                                .map(PlanNeed::need)
                                .orElse(""))
                .ifPresent(facts::add);
        fact(words.text("planning.measures.quantity"), view.progress()).ifPresent(facts::add);
        fact(words.text("planning.measures.reason"), measure.reason()).ifPresent(facts::add);
        return facts;
    }

    private static Optional<Fact> fact(String name, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Fact(name, text));
    }

    /** HR looks at gaps by requirement; a leader at the people. */
    private static List<Gap> gaps(Viewer viewer, Measure measure, MeasureViews.Speaking speaking) {
        Optional<UnitCode> people =
                speaking.tree().people(measure.place().unit()).filter(viewer::sees);
        return measure.wish().closes().requirements().stream()
                .map(code -> new Gap(
                        speaking.lexicon().name(code, speaking.words()),
                        viewer.plans() || people.isPresent()
                                ? PlanPaths.link(
                                        viewer.plans() ? "/planlegging/gap" : "/min-enhet",
                                        Stream.of(
                                                        Map.entry("krav", code.value()),
                                                        Map.entry(
                                                                PlanPaths.UNIT,
                                                                people.map(UnitCode::value)
                                                                        .orElse("")))
                                                .filter(each -> !each.getValue().isEmpty())
                                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                                : ""))
                .toList();
    }

    private List<Effect> effect(Viewer viewer, Measure measure, PlanTree tree, LocalDate today, Words words) {
        return coverage.of(viewer, measure, tree, today).stream()
                .flatMap(effect -> effect.hasBegun()
                        ? Stream.of(
                                effect("before", effect.start(), effect.before(), words),
                                effect("after", effect.end(), effect.after(), words))
                        : Stream.of(effect("now", effect.end(), effect.after(), words)))
                .toList();
    }

    private static Effect effect(String when, LocalDate date, Figures figures, Words words) {
        Bar bar = Bar.of(figures, words);
        return new Effect(words.text("planning.measures.effect." + when, words.date(date)), bar.percent(), bar.of());
    }

    private static List<Cost> costs(Measure measure, MeasureViews.Speaking speaking) {
        Words words = speaking.words();
        Function<YearCost, Cost> year = each -> new Cost(
                String.valueOf(each.year()),
                words.number(each.planned()),
                each.actual().map(words::number).orElse(Words.DASH));
        List<Cost> costs =
                new ArrayList<>(measure.wish().costs().stream().map(year).toList());
        if (costs.size() > 1) {
            costs.add(new Cost(
                    words.text("planning.measures.sum"),
                    words.number(measure.planned()),
                    words.number(measure.actual())));
        }
        return costs;
    }

    private List<Held> held(Measure measure, Words words) {
        return occasions.of(measure.id()).stream()
                .map(each -> new Held(
                        each.id(),
                        words.date(each.heldOn()),
                        each.note(),
                        each.withdrawn().orElse(""),
                        each.withdrawn().isEmpty()))
                .toList();
    }

    private static List<Next> next(Measure measure, Words words) {
        return Arrays.stream(MeasureState.values())
                .filter(state -> state != measure.state() && state != MeasureState.CANCELLED)
                .filter(state -> measure.state() != MeasureState.CANCELLED || state == MeasureState.PLANNED)
                .map(state -> new Next(state.name(), words.text("planning.measures.do." + state.name())))
                .toList();
    }
}
