package no.kompetansebro.moodle;

import java.util.UUID;

/** Our key of a connection to a Moodle. */
record ConnectionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
