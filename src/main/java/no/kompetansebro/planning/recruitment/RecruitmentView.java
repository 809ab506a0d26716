package no.kompetansebro.planning.recruitment;

import java.util.List;
import no.kompetansebro.planning.HrArea;
import no.kompetansebro.tables.FileLinks;

/**
 * What the page about recruitment shows.
 *
 * @param unit the chosen unit; empty for everybody
 * @param otherwise the turnover of positions that have none of their own, as it was entered here
 * @param outcome what came of the last change; empty for nothing
 */
record RecruitmentView(
        String unit,
        List<HrArea.Choice> units,
        boolean everything,
        List<Integer> years,
        int version,
        List<Position> positions,
        String otherwise,
        Age age,
        List<String> assumptions,
        Forecast forecast,
        FileLinks files,
        String outcome,
        boolean good) {

    /** The age of retirement, and whether it may be changed by who looks. */
    record Age(String value, int version, boolean editable) {}

    /** A position; {@code needs} are what stands in the fields. */
    record Position(
            String code,
            String title,
            String staff,
            List<String> needs,
            String turnover,
            String effective,
            List<Line> lines) {}

    /** What is computed of a position, by year. */
    record Line(String title, List<Value> values, String sum) {}

    /** A figure with what it is made of; may be empty. */
    record Value(String text, String detail) {}

    /** How much will still be covered, of one requirement or all. */
    record Forecast(List<HrArea.Choice> requirements, String requirement, List<Point> points) {}

    /** The end of a year. */
    record Point(String date, String recorded, String expected) {}
}
