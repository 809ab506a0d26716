package no.kompetansebro.planning.measures;

import java.util.UUID;

/** What became of what somebody wanted to do with a plan. */
sealed interface Outcome {

    /** It is done. */
    record Done(UUID id) implements Outcome {}

    /** It is not theirs to do; that it was tried is kept. */
    record Refused() implements Outcome {}

    /** Somebody else has changed it since; nothing was done. */
    record Overtaken() implements Outcome {}

    /** There is no such thing. */
    record Unknown() implements Outcome {}
}
