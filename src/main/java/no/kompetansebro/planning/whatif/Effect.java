package no.kompetansebro.planning.whatif;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.StatusView;

/**
 * What a scenario does, side by side with what is.
 *
 * @param gapsBefore how many pairs are not covered
 * @param turned how many pairs turn which way, in words
 * @param unnamed those who turn and are not listed, in words; may be empty
 * @param nothing whether it makes no difference on any of the dates
 */
record Effect(
        String date,
        Bar before,
        Bar after,
        String difference,
        String gapsBefore,
        String gapsAfter,
        String turned,
        boolean nothing,
        List<Month> trend,
        List<Row> requirements,
        List<Row> units,
        List<Person> people,
        String unnamed,
        String judged) {

    /**
     * A month of the trend.
     *
     * @param value 0 to 100, {@code otherValue} in the scenario; empty where there is nothing to cover
     */
    record Month(String date, String before, String after, String difference, String value, String otherValue) {}

    /** A requirement, or a unit. */
    record Row(String name, Bar before, Bar after, String difference, String covered) {}

    /** A pair that turns; no status where there is no pair. */
    record Person(
            String name, String requirement, Optional<StatusView> before, Optional<StatusView> after, String href) {}
}
