package no.kompetansebro.planning.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Finds the units and requirements with the lowest coverage. */
@Component
class WorstRows {

    private static final int ROWS = 6;
    private static final Comparator<SummaryRow> LOWEST_FIRST = Comparator.comparingDouble(
                    (SummaryRow row) -> row.figures().coverage().orElse(1))
            .thenComparing(SummaryRow::key);

    private final Coverage coverage;

    WorstRows(Coverage coverage) {
        this.coverage = coverage;
    }

    /** Units without units below them. */
    List<GapRow> units(Viewer viewer, AsOf asOf, Lexicon lexicon, Words words) {
        GapLinks links = new GapLinks(asOf, lexicon.units());
        return leaves(viewer, Question.asOf(asOf.date()).headline(), lexicon).values().stream()
                .filter(row -> row.figures().coverage().isPresent())
                .sorted(LOWEST_FIRST)
                .limit(ROWS)
                .map(row -> GapRow.of(
                        words.name(row.name()),
                        above(row.key(), lexicon),
                        links.unit(row.key(), ""),
                        row.figures(),
                        words))
                .toList();
    }

    private Map<String, SummaryRow> leaves(Viewer viewer, Question headline, Lexicon lexicon) {
        Map<String, SummaryRow> leaves = new LinkedHashMap<>();
        keepLeaves(coverage.summary(viewer, headline, By.UNIT), lexicon, leaves);
        for (Unit unit : lexicon.units().all()) {
            if (viewer.sees(unit.code()) && hasLeaves(unit, lexicon)) {
                keepLeaves(coverage.summary(viewer, headline.in(unit.code()), By.UNIT), lexicon, leaves);
            }
        }
        return leaves;
    }

    private static boolean hasLeaves(Unit unit, Lexicon lexicon) {
        return lexicon.units().children(unit.code()).stream()
                .anyMatch(below -> lexicon.units().children(below.code()).isEmpty());
    }

    private static void keepLeaves(List<SummaryRow> rows, Lexicon lexicon, Map<String, SummaryRow> leaves) {
        rows.stream()
                .filter(row -> lexicon.units().children(new UnitCode(row.key())).isEmpty())
                .forEach(row -> leaves.put(row.key(), row));
    }

    private static String above(String unit, Lexicon lexicon) {
        return lexicon.units()
                .unit(new UnitCode(unit))
                .flatMap(Unit::parent)
                .map(lexicon::name)
                .orElse("");
    }

    List<GapRow> requirements(Viewer viewer, AsOf asOf, Lexicon lexicon, Words words) {
        GapLinks links = new GapLinks(asOf, lexicon.units());
        return coverage.summary(viewer, Question.asOf(asOf.date()).headline(), By.REQUIREMENT).stream()
                .filter(row -> row.figures().coverage().isPresent())
                .sorted(LOWEST_FIRST)
                .limit(ROWS)
                .map(row ->
                        GapRow.of(words.name(row.name()), "", links.gap("", row.key(), "unit"), row.figures(), words))
                .toList();
    }
}
