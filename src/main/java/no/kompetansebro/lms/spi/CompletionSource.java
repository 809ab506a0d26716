package no.kompetansebro.lms.spi;

/**
 * Who reports.
 *
 * @param name of the connection, unique at its employer and the same for ever: the source of its facts in the ledger, say
 *     {@code moodle:<connection>}
 * @param issuer the platform whose accounts and courses it tells of, as in the platform's launches
 */
public record CompletionSource(String name, String issuer) {}
