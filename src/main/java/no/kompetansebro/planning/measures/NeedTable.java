package no.kompetansebro.planning.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import org.springframework.stereotype.Component;

/** The table of needs, strategies and measures, unit by unit: the plan's own unit first, then those below it. */
@Component
class NeedTable {

    private final PlanNeeds needs;
    private final Measures measures;

    NeedTable(PlanNeeds needs, Measures measures) {
        this.needs = needs;
        this.measures = measures;
    }

    /**
     * A need.
     *
     * @param span of how many rows the unit's cell is; 0 where a row above has it
     */
    record Row(
            String id, String unit, int span, String need, List<String> strategies, List<Link> measures, boolean own) {}

    /** A measure. */
    record Link(String text, String href) {}

    /** A need that is none any longer. */
    record Closed(String id, int version, String need, String reason) {}

    List<Row> rows(Viewer viewer, Chosen chosen, Words words) {
        Map<Optional<UnitCode>, List<PlanNeed>> byUnit = needs.all().stream()
                .filter(need -> need.closed().isEmpty())
                .filter(need -> isShown(need, viewer, chosen))
                .sorted(Comparator.comparing(need -> path(need, chosen)))
                .collect(Collectors.groupingBy(
                        need -> chosen.tree().plan(need.unit()), LinkedHashMap::new, Collectors.toList()));
        List<Measure> all = measures.all().stream()
                .filter(each ->
                        each.state() != MeasureState.CANCELLED && !each.place().isPersonal())
                .toList();
        List<Row> rows = new ArrayList<>();
        byUnit.forEach((unit, of) -> {
            for (int i = 0; i < of.size(); i++) {
                rows.add(row(of.get(i), i == 0 ? of.size() : 0, all, chosen, words));
            }
        });
        return rows;
    }

    List<Closed> closed(Chosen chosen) {
        return needs.all().stream()
                .filter(need -> chosen.tree().isSame(need.unit(), chosen.plan()))
                .flatMap(
                        need -> need
                                .closed()
                                .map(reason -> new Closed(need.id().toString(), need.version(), need.need(), reason))
                                .stream())
                .toList();
    }

    private static boolean isShown(PlanNeed need, Viewer viewer, Chosen chosen) {
        return chosen.tree().isSame(need.unit(), chosen.plan())
                || (chosen.tree().isAbove(chosen.plan(), need.unit())
                        && need.unit().filter(viewer::sees).isPresent());
    }

    /** Above comes before below. */
    private static String path(PlanNeed need, Chosen chosen) {
        return chosen.tree()
                .plan(need.unit())
                .map(unit -> chosen.tree().units().path(unit).reversed().stream()
                        .map(Unit::code)
                        .map(UnitCode::value)
                        .collect(Collectors.joining("\u0001")))
                .orElse("");
    }

    private static Row row(PlanNeed need, int span, List<Measure> all, Chosen chosen, Words words) {
        return new Row(
                need.id().toString(),
                PlanChoices.name(chosen.tree().plan(need.unit()), chosen.tree(), words),
                span,
                need.need(),
                need.strategies().stream()
                        .map(strategy -> words.text(strategy.key()))
                        .toList(),
                all.stream()
                        .filter(each -> each.wish()
                                .closes()
                                .need()
                                .filter(need.id()::equals)
                                .isPresent())
                        .map(each -> new Link(each.name(), PlanPaths.measure(each.id())))
                        .toList(),
                chosen.tree().isSame(need.unit(), chosen.plan()));
    }

    static List<String> columns(Words words) {
        return List.of(
                words.text("planning.measures.needs.unit"),
                words.text("planning.measures.needs.need"),
                words.text("planning.measures.needs.strategies"),
                words.text("planning.measures.needs.measures"));
    }
}
