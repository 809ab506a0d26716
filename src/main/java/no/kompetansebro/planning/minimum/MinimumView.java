package no.kompetansebro.planning.minimum;

import java.util.List;

/**
 * What the page of minimum cover shows.
 *
 * @param met how many of how many
 */
record MinimumView(boolean planned, String without, String with, String met, List<Row> rows) {

    /**
     * A minimum in a unit.
     *
     * @param sign the status whose sign and colour say how it stands
     * @param falls the date on which it falls, as text; a dash where it does not
     * @param alone whether one person carries it
     */
    record Row(
            String requirement,
            String unit,
            String href,
            String heads,
            String required,
            String fte,
            String sign,
            String text,
            String falls,
            boolean alone,
            String candidates) {}
}
