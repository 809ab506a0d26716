package no.kompetansebro.planning.web;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.GapAction;

/**
 * What the gap page shows.
 *
 * @param requirement what it is narrowed to; empty for all
 * @param kept what choosing a theme leaves as it is
 * @param people the link to the people of the unit; empty without a unit
 * @param actions what may be done about the gaps
 */
record GapView(
        String title,
        String requirement,
        String withoutRequirement,
        List<Crumb> path,
        List<Tab> tabs,
        String column,
        Bar total,
        String lapsed,
        String leftOut,
        String people,
        List<GapAction.Action> actions,
        List<GapRow> rows,
        List<Theme> themes,
        Map<String, String> kept) {

    /** Something that the rows can be narrowed to: those requirements whose learning is about it. */
    record Theme(String code, String name, boolean chosen) {}

    /** A unit above. */
    record Crumb(String name, String href) {}

    /** Another way to make rows. */
    record Tab(String name, String href, boolean current) {}
}
