package no.kompetansebro.lti.advantage;

import java.time.Instant;

/**
 * A bearer token; never shown.
 *
 * @param until when it is no longer used: shortly before the platform stops taking it
 */
public record AccessToken(String value, Instant until) {

    boolean isUsable(Instant now) {
        return now.isBefore(until);
    }

    @Override
    public String toString() {
        return "AccessToken until " + until;
    }
}
