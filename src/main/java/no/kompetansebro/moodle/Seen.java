package no.kompetansebro.moodle;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody completed a course, as Moodle says it.
 *
 * @param person the employee number
 * @param account the Moodle user id; empty where the report does not tell it
 * @param at to the minute, as the report has it, so that the same fact reads the same by both ways
 */
record Seen(String person, Optional<String> account, Course course, Instant at) {

    /** Names the fact, the same each time it is read. */
    String externalId() {
        return externalId(course.key(), person, at);
    }

    static String externalId(String course, String person, Instant at) {
        return course + "|" + person + "|" + at.getEpochSecond() / 60;
    }
}
