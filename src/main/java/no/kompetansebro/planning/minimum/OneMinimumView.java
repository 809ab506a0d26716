package no.kompetansebro.planning.minimum;

import java.util.List;

/**
 * What the page of one minimum in one unit shows.
 *
 * @param carriers who counts, now or later
 * @param candidates who is there and could be trained
 * @param elsewhere who holds it in other units
 */
record OneMinimumView(
        String requirement,
        String unit,
        String heads,
        String required,
        String fte,
        String sign,
        String text,
        boolean planned,
        String without,
        String with,
        List<Change> changes,
        List<Person> carriers,
        List<Person> candidates,
        List<Person> elsewhere) {

    /**
     * From a date on.
     *
     * @param value the heads
     * @param required how many there should be
     */
    record Change(String date, int value, int required, String heads, String fte, boolean met) {}

    /** Somebody, with what to know about them. */
    record Person(String name, String work, String fte, String text) {}
}
