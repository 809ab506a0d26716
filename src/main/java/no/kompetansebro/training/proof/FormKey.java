package no.kompetansebro.training.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.shared.TimeOrderedId;

/**
 * The key of what a form makes. The same form sent twice with the same in it (a double click, an answer that got lost) gives the
 * same key, so that the thing is made once; with something else in it, another.
 */
final class FormKey {

    /** The hidden field by which one form is known from the next. */
    static final String FIELD = "skjema";

    private FormKey() {}

    /** For a form that is about to be shown. */
    static String fresh(Instant now) {
        return TimeOrderedId.next(now).toString();
    }

    /**
     * The key of what the form asks for.
     *
     * @param form the hidden field as it was sent; empty: a form that nobody showed, which is like no other
     * @param content all that tells what it makes from what else it might have made, as texts
     */
    static UUID of(String form, Instant now, Object... content) {
        return form.isEmpty()
                ? TimeOrderedId.next(now)
                : UUID.nameUUIDFromBytes((form + "\n"
                                + Arrays.stream(content).map(String::valueOf).collect(Collectors.joining("\n")))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
