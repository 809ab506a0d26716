package no.kompetansebro.planning.web;

import java.util.List;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.StatusView;

/**
 * What the overview of <i>Planlegging</i> shows.
 *
 * @param compared which units the worst of are shown; empty where it goes without saying
 */
record OverviewView(
        Bar coverage,
        String fullyCovered,
        String employees,
        String lapsed,
        String due,
        String expiring,
        String minimums,
        String leftOut,
        List<Month> trend,
        List<GapRow> units,
        String compared,
        List<GapRow> requirements,
        List<Minimum> weakMinimums,
        List<Duty> lapsedDuties,
        List<Quality> quality) {

    /**
     * A month of the trend.
     *
     * @param value 0 to 100; empty where there is nothing to cover
     * @param tense {@code past} (today among it) or {@code future}
     * @param shown whether it is the date that the page shows
     */
    record Month(String date, String percent, String value, String tense, boolean shown) {}

    /** A minimum that is not met, or will not be. */
    record Minimum(String name, String unit, String heads, boolean met, String text, String href) {}

    /** A unit's duty that is not done. */
    record Duty(String name, String unit, StatusView status) {}

    /**
     * A count of something missing in the data.
     *
     * @param href where the viewer can do something about it; may be empty
     */
    record Quality(String count, String text, boolean good, String href) {}
}
