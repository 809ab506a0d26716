package no.kompetansebro.lti.spi;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What becomes of a checked launch. */
public sealed interface Reception {

    /**
     * Signed in, and sent on.
     *
     * @param principal kept in the session as the security context's principal
     * @param name finds the principal's sessions; at most 100 characters
     * @param path where to go on, a path of this tool; after a deep linking request the id of the choice
     *     ({@link Choices}) is appended to it as one more segment
     * @param idle after how long without a request the session ends; empty: as every session
     */
    record Admitted(Serializable principal, String name, Set<String> authorities, String path, Optional<Duration> idle)
            implements Reception {

        public Admitted {
            authorities = Set.copyOf(authorities);
        }
    }

    /** Accepted, but nobody is signed in: a page with a text and no personal data. */
    record Informed(Notice notice) implements Reception {}

    /** Not let in; recorded as a refusal. */
    record Refused(Notice notice) implements Reception {}

    /**
     * A page with a text.
     *
     * @param code stable, for tests and operators: {@code data-error-code} of the page
     * @param messageKey {@code .title} and {@code .text} under it are shown
     * @param reference what the person tells whoever is asked for help
     */
    record Notice(String code, String messageKey, Optional<String> reference) {}
}
