package no.kompetansebro.moodle;

import java.util.Optional;

/**
 * What the check found, in the words of {@code moodle.finding.<code>}.
 *
 * @param blocks the way that it closes; empty: none
 * @param detail a function, a column …; may be empty
 */
record Finding(String code, String detail, Optional<Way> blocks) {

    static Finding blocking(Way way, String code, String detail) {
        return new Finding(code, detail, Optional.of(way));
    }

    static Finding hint(String code, String detail) {
        return new Finding(code, detail, Optional.empty());
    }
}
