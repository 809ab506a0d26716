package no.kompetansebro.planning.wheel;

import java.util.List;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Words;

/** Frozen figures as a page shows them: the requirements with the largest gap first. */
record FiguresView(String asOf, Bar total, List<Row> rows) {

    /** A requirement. */
    record Row(String name, Bar coverage, String gap) {}

    static FiguresView of(FrozenFigures figures, Words words) {
        return new FiguresView(
                words.date(figures.asOf()),
                Bar.of(figures.total(), words),
                figures.requirements().stream()
                        .sorted((a, b) -> Long.compare(b.gap(), a.gap()))
                        .map(row -> new Row(row.name(), Bar.of(row.figures(), words), words.number(row.gap())))
                        .toList());
    }
}
