package no.kompetansebro.training.reminders;

import java.util.Optional;

/**
 * What is kept of an attempt: never the text of an answer, which may repeat an address.
 *
 * @param problem a code
 * @param reply the mail server's code, such as {@code 550 5.1.1}
 */
record Delivered(Optional<String> address, Optional<String> problem, Optional<String> reply) {

    static Delivered to(String address) {
        return new Delivered(Optional.of(address), Optional.empty(), Optional.empty());
    }

    static Delivered not(String problem) {
        return new Delivered(Optional.empty(), Optional.of(problem), Optional.empty());
    }

    static Delivered refused(String address, String problem, Optional<String> reply) {
        return new Delivered(Optional.of(address), Optional.of(problem), reply);
    }
}
