package no.kompetansebro.moodle;

import java.util.List;

/**
 * A piece of a reading.
 *
 * @param cursor where the next piece begins
 * @param done how much of the total is done with it
 * @param without rows of people without an employee number
 * @param gone who does not have which course completed, by person and course key
 */
record Step(String cursor, boolean last, long done, long total, List<Seen> completed, int without, List<Undone> gone) {

    /** Moodle says that this person has not completed this course. */
    record Undone(String person, String courseKey) {}

    Step {
        completed = List.copyOf(completed);
        gone = List.copyOf(gone);
    }
}
