package no.kompetansebro.planning.forecast;

import java.util.List;

/**
 * What the forecast shows.
 *
 * @param planned whether with what is planned
 * @param anythingPlanned whether that makes a difference
 * @param remembered whether it was found out some minutes ago
 * @param withoutWay how many lacks no course would close; "" for none
 */
record ForecastView(
        boolean planned,
        boolean anythingPlanned,
        String without,
        String with,
        List<Month> months,
        List<Row> requirements,
        String total,
        List<String> quarters,
        List<Row> items,
        Row itemsTotal,
        String withoutWay,
        List<Point> trend,
        boolean remembered) {

    /** A month with how many end in it. */
    record Month(String name, long value, Count count) {}

    /** A count that leads to its people; no link where there are none. */
    record Count(String text, String href) {}

    /** A row of counts. */
    record Row(String name, String code, List<Count> counts, Count sum) {}

    /**
     * Coverage on a date.
     *
     * @param value 0 to 100, "" for none; the other with what is planned
     */
    record Point(String date, String percent, String value, String plannedPercent, String plannedValue) {}
}
