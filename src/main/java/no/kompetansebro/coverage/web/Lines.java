package no.kompetansebro.coverage.web;

import java.util.List;
import no.kompetansebro.coverage.web.ExplanationView.Line;

/** Makes lines of an explanation. */
final class Lines {

    private final Words words;

    Lines(Words words) {
        this.words = words;
    }

    /** Something that holds, or does not. */
    Line judged(boolean holds, String text, List<Line> below) {
        return holds
                ? new Line("yes", words.text("coverage.sign.yes"), text, below)
                : new Line("no", words.text("coverage.sign.no"), text, below);
    }

    /** A plain fact. */
    Line fact(String text) {
        return new Line("info", "", text, List.of());
    }

    /** A plain fact with more below it. */
    Line fact(String text, List<Line> below) {
        return new Line("info", "", text, below);
    }

    /** Something to do. */
    Line step(String text) {
        return new Line("step", "", text, List.of());
    }
}
