package no.kompetansebro.lms;

/** What became of a reported completion. */
public enum Receipt {
    /** It is in the ledger now. */
    RECORDED,
    /** It was in the ledger already. */
    KNOWN,
    /** The registration belongs to no employer. */
    PLATFORM_UNKNOWN,
    /** The account is linked to no employee. */
    PERSON_UNKNOWN,
    /** No item, or more than one, has the key. */
    ITEM_UNKNOWN,
    /** It is dated after today, or the score is not 0 to 100. */
    REFUSED
}
