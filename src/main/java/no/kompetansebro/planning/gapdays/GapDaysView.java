package no.kompetansebro.planning.gapdays;

import java.util.List;

/** What the page of gap days shows. */
record GapDaysView(
        String period, List<Tab> spans, String total, String average, List<Row> units, List<Row> requirements) {

    /** Another period. */
    record Tab(String name, String href, boolean current) {}

    /**
     * A row of gap days.
     *
     * @param value the days, for the chart
     * @param people the link to the people; "" where there are too many for a list
     */
    record Row(String name, String href, long value, String days, String average, String behind, String people) {}
}
