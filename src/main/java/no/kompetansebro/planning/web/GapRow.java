package no.kompetansebro.planning.web;

import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Words;

/**
 * A row of figures.
 *
 * @param context where it belongs (the unit above); may be empty
 * @param href where it leads; empty where nowhere
 */
record GapRow(
        String name,
        String context,
        String href,
        Bar coverage,
        String lapsed,
        String due,
        String expiring,
        String fullyCovered) {

    static GapRow of(String name, String context, String href, Figures figures, Words words) {
        return new GapRow(
                name,
                context,
                href,
                Bar.of(figures, words),
                words.number(figures.overdue() + figures.expired()),
                words.number(figures.due()),
                words.number(figures.expiring()),
                words.text(
                        "coverage.figures.of",
                        words.number(figures.fullyCovered()),
                        words.number(figures.employees())));
    }
}
