package no.kompetansebro.planning.workforce;

import java.util.List;

/** What the overview of full-time equivalents shows. */
record WorkforceView(String heads, String fte, List<Row> positions, List<Row> units) {

    /**
     * A position or a unit with all below it.
     *
     * @param fragile carried by two persons or fewer, or by less than one full position
     */
    record Row(String name, String href, String heads, String fte, String onLeave, boolean fragile) {}
}
