package no.kompetansebro.moodle;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A Moodle that completions are read from.
 *
 * @param issuer whose accounts its users are, where a platform is linked
 * @param state what of its readings the next one needs
 */
record Connection(
        ConnectionId id,
        URI address,
        Optional<UUID> registration,
        Optional<String> issuer,
        String reportName,
        Optional<Way> way,
        long reportId,
        long account,
        State state) {

    /**
     * How far its readings are.
     *
     * @param since what was completed before this has been read
     * @param retryAt not called before this; failures: in a row
     */
    record State(
            Optional<Instant> checkedAt,
            boolean checkAsked,
            boolean changesAsked,
            boolean fullAsked,
            Optional<Instant> since,
            Optional<Instant> fullAt,
            int failures,
            Optional<Instant> retryAt) {

        boolean isAsked() {
            return checkAsked || changesAsked || fullAsked;
        }
    }

    /** Whose accounts they are, as the intake knows it. */
    String accountsOf() {
        return issuer.orElseGet(address::toString);
    }
}
