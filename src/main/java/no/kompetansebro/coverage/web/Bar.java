package no.kompetansebro.coverage.web;

import java.util.Locale;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.Figures;

/**
 * A coverage as text and as a bar.
 *
 * @param width 0 to 100; empty where there is nothing to cover
 * @param of how many of how many
 */
public record Bar(String percent, String width, String of) {

    public static Bar of(Figures figures, Words words) {
        OptionalDouble coverage = figures.coverage();
        return new Bar(
                words.percent(coverage),
                coverage.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", 100 * coverage.getAsDouble()),
                words.text(
                        "coverage.figures.of",
                        words.number(figures.covered()),
                        words.number(figures.pairs() - figures.exempt())));
    }
}
