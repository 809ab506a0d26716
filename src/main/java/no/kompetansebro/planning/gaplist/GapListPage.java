package no.kompetansebro.planning.gaplist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.FigureTables;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.GridRow;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.GapMeasures;
import no.kompetansebro.planning.gaplist.GapListView.Line;
import no.kompetansebro.planning.gaplist.GapListView.Measure;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the list of gaps together: of the units right below the scope, or of its unit where there are none; the largest first. */
@Component
class GapListPage {

    private static final int MOST = 200;

    private final Coverage coverage;
    private final FigureTables tables;
    private final ObjectProvider<GapMeasures> measures;

    GapListPage(Coverage coverage, FigureTables tables, ObjectProvider<GapMeasures> measures) {
        this.coverage = coverage;
        this.tables = tables;
        this.measures = measures;
    }

    /** People of a unit lack a requirement. */
    private record Lack(Optional<UnitCode> unit, RequirementCode requirement, Figures figures) {

        long lapsed() {
            return figures.overdue() + figures.expired();
        }

        long all() {
            return lapsed() + figures.due();
        }
    }

    GapListView of(Scope scope, boolean without, Lexicon lexicon, Words words) {
        Optional<GapMeasures.Known> known = Optional.ofNullable(measures.getIfAvailable())
                .map(each -> each.on(scope.viewer(), scope.asOf().date()));
        List<Lack> lacks = lacks(scope).stream()
                .filter(lack -> lack.all() > 0)
                .filter(lack -> !without
                        || known.map(each ->
                                        each.of(lack.unit(), lack.requirement()).isEmpty())
                                .orElse(true))
                .sorted(Comparator.comparingLong(Lack::lapsed)
                        .thenComparingLong(Lack::all)
                        .reversed()
                        .thenComparing(Lack::requirement))
                .toList();
        return new GapListView(
                without,
                scope.link(GapListController.PATH, Map.of()),
                scope.link(GapListController.PATH, Map.of("tiltak", "uten")),
                words.text("planning.gapList.count", lacks.size()),
                lacks.stream()
                        .limit(MOST)
                        .map(lack -> line(lack, scope, known, lexicon, words))
                        .toList(),
                lacks.size() > MOST ? words.text("planning.gapList.more", MOST, lacks.size()) : "",
                known.isPresent());
    }

    private List<Lack> lacks(Scope scope) {
        List<Lack> lacks = new ArrayList<>();
        if (scope.below().isEmpty()) {
            for (SummaryRow row : coverage.summary(scope.viewer(), scope.headline(), By.REQUIREMENT)) {
                lacks.add(new Lack(scope.unit(), new RequirementCode(row.key()), row.figures()));
            }
        } else {
            for (GridRow row : tables.grid(scope.viewer(), scope.headline(), By.UNIT, By.REQUIREMENT)) {
                row.columns()
                        .forEach((requirement, figures) -> lacks.add(new Lack(
                                Optional.of(new UnitCode(row.key())), new RequirementCode(requirement), figures)));
            }
        }
        return lacks;
    }

    private static Line line(Lack lack, Scope scope, Optional<GapMeasures.Known> known, Lexicon lexicon, Words words) {
        Bar bar = Bar.of(lack.figures(), words);
        return new Line(
                lexicon.name(lack.requirement(), words),
                lack.unit().map(lexicon::name).orElse(scope.name()),
                scope.asOf()
                        .link(
                                "/planlegging/gap",
                                Map.of(
                                        "enhet",
                                        lack.unit().map(UnitCode::value).orElse(""),
                                        "krav",
                                        lack.requirement().value())),
                words.number(lack.lapsed()),
                words.number(lack.figures().due()),
                bar.percent(),
                known.map(each -> each.of(lack.unit(), lack.requirement())).orElse(List.of()).stream()
                        .map(each -> new Measure(each.name(), each.href(), words.text(each.stateKey()), each.whole()))
                        .toList());
    }
}
