package no.kompetansebro.planning.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    /** Of the units of the level. */
    List<GapRow> units(Viewer viewer, AsOf asOf, Lexicon lexicon, UnitLevel level, Words words) {
        GapLinks links = new GapLinks(asOf, lexicon.units(), "");
        return rows(viewer, Question.asOf(asOf.date()).headline(), level)
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

    private Stream<SummaryRow> rows(Viewer viewer, Question headline, UnitLevel level) {
        Stream<Question> parents = level.parents().stream().map(headline::in);
        return Stream.concat(Stream.of(headline), parents)
                .flatMap(question -> coverage.summary(viewer, question, By.UNIT).stream())
                .filter(row -> level.units().contains(new UnitCode(row.key())));
    }

    private static String above(String unit, Lexicon lexicon) {
        return lexicon.units()
                .unit(new UnitCode(unit))
                .flatMap(Unit::parent)
                .map(lexicon::name)
                .orElse("");
    }

    List<GapRow> requirements(Viewer viewer, AsOf asOf, Lexicon lexicon, Words words) {
        GapLinks links = new GapLinks(asOf, lexicon.units(), "");
        return coverage.summary(viewer, Question.asOf(asOf.date()).headline(), By.REQUIREMENT).stream()
                .filter(row -> row.figures().coverage().isPresent())
                .sorted(LOWEST_FIRST)
                .limit(ROWS)
                .map(row ->
                        GapRow.of(words.name(row.name()), "", links.gap("", row.key(), "unit"), row.figures(), words))
                .toList();
    }
}
