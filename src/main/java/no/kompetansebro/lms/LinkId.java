package no.kompetansebro.lms;

import java.util.UUID;

/** The key of an account link. */
record LinkId(UUID value) {

    /** What a person reads to the administrator over the telephone: the random end of the key. */
    String reference() {
        return value.toString().substring(28);
    }
}
