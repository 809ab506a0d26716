package no.kompetansebro.lms.xapi;

import java.util.UUID;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.shared.EmployerId;

/**
 * A learning tool that may report.
 *
 * @param homePage the platform whose accounts it tells of, without a slash at the end
 * @param trustsMailbox whether its e-mail addresses name employees
 */
record Connection(UUID id, EmployerId employer, String homePage, boolean trustsMailbox) {

    CompletionSource source() {
        return new CompletionSource("xapi:" + id, homePage);
    }
}
