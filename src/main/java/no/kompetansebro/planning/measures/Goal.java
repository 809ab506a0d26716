package no.kompetansebro.planning.measures;

import java.util.UUID;

/**
 * A strategic goal of the municipality.
 *
 * @param retired offered to no new measure
 */
record Goal(UUID id, Content content, boolean retired, int version) {

    /** What a goal says: its number in the plan, and the first and the last year of its period. */
    record Content(int number, String name, int fromYear, int toYear) {}

    public String text() {
        return content.number() + ". " + content.name();
    }
}
