package no.kompetansebro.planning.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.StatusView;

/**
 * What the page of changes shows.
 *
 * @param from the other date as the input wants it
 * @param kept what choosing the other date leaves as it is
 * @param difference by how many percentage points coverage differs, in words
 * @param untold why it is not told how it was recorded then; may be empty
 * @param listed the people behind one cause, where one is asked for
 */
record ChangeView(
        String title,
        String requirement,
        String withoutRequirement,
        List<Link> path,
        String from,
        Map<String, String> kept,
        List<Link> choices,
        String then,
        String now,
        Bar before,
        Bar after,
        String difference,
        String leftOut,
        List<Line> lines,
        String untold,
        Optional<Listed> listed,
        List<Compared> units,
        List<Compared> requirements,
        List<Ruling> rulings) {

    /** Somewhere to go. */
    record Link(String text, String href, boolean current) {}

    /**
     * A line of the sum: a total, or what a cause adds.
     *
     * @param href to those it is about; empty for a total
     * @param text what it means; may be empty
     * @param detail what came and what went, where both did
     */
    record Line(
            boolean total,
            String name,
            String text,
            String href,
            boolean current,
            String pairs,
            String exempt,
            String covered,
            String lapsed,
            String coverage,
            String detail) {}

    /** A unit or a requirement on the two dates. */
    record Compared(String name, String href, Bar before, Bar after, String difference, String lapsed) {}

    /** Those behind a cause. */
    record Listed(String heading, String text, String count, String close, List<Person> people, String more) {}

    /**
     * A pair of somebody.
     *
     * @param now empty where there is no pair any more, as {@code then} where there was none
     */
    record Person(String name, String requirement, Optional<StatusView> then, Optional<StatusView> now, String href) {}

    /** A change of the rules. */
    record Ruling(String date, String name, List<String> texts) {}
}
