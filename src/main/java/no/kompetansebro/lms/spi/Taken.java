package no.kompetansebro.lms.spi;

/** What became of a completion that was handed over. */
public enum Taken {
    /** It is in the ledger now. */
    RECORDED,
    /** It was taken in before, in whatever state it is. */
    KNOWN,
    /** Its person or course is not known: it waits in quarantine, and need not be handed over again. */
    WAITING,
    /** It is dated after today at the employer, or its score is not 0 to 100. It is not kept. */
    REFUSED,
    /** The reading would change so much at once that an administrator is asked first. Nothing of it is kept. */
    HELD
}
