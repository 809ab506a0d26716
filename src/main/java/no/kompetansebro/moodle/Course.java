package no.kompetansebro.moodle;

import java.util.Optional;

/**
 * A course of a Moodle.
 *
 * @param generation how many courses have had the id
 * @param idNumber may be empty
 * @param completion whether the site follows up completion in it; empty: not known
 * @param criteria whether it says what completes it; empty: not known
 */
record Course(
        long id,
        int generation,
        String idNumber,
        String shortName,
        String title,
        Optional<Boolean> completion,
        Optional<Boolean> criteria,
        Optional<Boolean> visible) {

    /** The same for as long as it is the same course. */
    public String key() {
        return "course:" + id + (generation > 1 ? ":" + generation : "");
    }

    /** Why nobody can be seen to complete it: {@code off}, {@code no_criteria}; empty: they can, as far as is known. */
    public String untrackable() {
        if (completion.filter(on -> !on).isPresent()) {
            return "off";
        }
        return criteria.filter(on -> !on).isPresent() ? "no_criteria" : "";
    }
}
