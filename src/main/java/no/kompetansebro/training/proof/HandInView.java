package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Map;

/**
 * What the page for handing in shows.
 *
 * @param kind {@code bevis}, {@code egenmelding} or {@code aktivitet}
 * @param groups what can be chosen
 * @param errors message keys by field
 */
record HandInView(
        String kind,
        List<Tab> tabs,
        List<Group> groups,
        Map<String, String> values,
        Map<String, String> errors,
        String today,
        long megabytes) {

    /** A kind of thing to hand in. */
    record Tab(String text, String href, boolean current) {}

    /** Choices that belong together. */
    record Group(String name, List<Choice> choices) {}

    /** A choice. */
    record Choice(String value, String text) {}
}
