package no.kompetansebro.training.reminders;

import java.util.Optional;

/** What came of giving an e-mail to the mail server; replies by their codes. */
sealed interface Answer {

    /** The server has it. */
    record Accepted() implements Answer {}

    /** The server cannot be talked to, or does not want us: no letter goes now. It does not have this one. */
    record ServerTrouble(Optional<String> reply) implements Answer {}

    /** Not now; this letter may go later. */
    record Later(Optional<String> reply) implements Answer {}

    /** There is no such address. */
    record AddressRefused(Optional<String> reply) implements Answer {}

    /** This letter never goes. */
    record Refused(Optional<String> reply) implements Answer {}

    /** The conversation broke off: whether the server has it is not known. */
    record Unknown() implements Answer {}
}
