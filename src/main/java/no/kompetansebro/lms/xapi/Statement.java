package no.kompetansebro.lms.xapi;

import java.util.UUID;
import no.kompetansebro.lms.spi.ReportedCompletion;

/**
 * A statement, as far as it concerns us.
 *
 * @param place where it stands in the request
 * @param content the SHA-256 of what it says, in hexadecimal
 */
record Statement(String place, UUID id, String content, Meaning meaning) {

    /** What it says about completions. */
    sealed interface Meaning {}

    /** Somebody completed or passed something. */
    record Completed(ReportedCompletion completion) implements Meaning {}

    /** Somebody did not: kept, counted as nothing. */
    record Failed() implements Meaning {}

    /** An earlier or later statement does not hold. */
    record Voids(UUID target) implements Meaning {}

    /** Anything else; not kept. */
    record Nothing() implements Meaning {}

    boolean isKept() {
        return !(meaning instanceof Nothing);
    }
}
