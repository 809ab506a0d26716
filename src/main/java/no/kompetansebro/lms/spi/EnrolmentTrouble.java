package no.kompetansebro.lms.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Why somebody is not enrolled, in the words of {@code lms.enrolling.why.<code>}.
 *
 * @param detail a function, a capability, a role …; may be empty. No name of a person
 * @param until it passes by itself, and nothing is tried before this; empty: a person has to do something about it
 */
public record EnrolmentTrouble(String code, String detail, Optional<Instant> until) {

    /** One that does not pass by itself. */
    public static EnrolmentTrouble lasting(String code, String detail) {
        return new EnrolmentTrouble(code, detail, Optional.empty());
    }
}
