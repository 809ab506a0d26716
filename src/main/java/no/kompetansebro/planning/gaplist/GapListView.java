package no.kompetansebro.planning.gaplist;

import java.util.List;

/**
 * What the list of gaps shows.
 *
 * @param without whether only gaps without a measure
 * @param more how many more there are; "" for none
 */
record GapListView(
        boolean without,
        String all,
        String onlyWithout,
        String count,
        List<Line> lines,
        String more,
        boolean measured) {

    /** A requirement in a unit that somebody lacks. */
    record Line(
            String requirement,
            String unit,
            String href,
            String lapsed,
            String due,
            String coverage,
            List<Measure> measures) {}

    /** A measure that addresses it; whole when it is for all of the unit. */
    record Measure(String name, String href, String state, boolean whole) {}
}
