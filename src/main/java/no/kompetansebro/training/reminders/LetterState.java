package no.kompetansebro.training.reminders;

/** What became of a letter. */
enum LetterState {
    WAITING,
    /** Given to the mail server, or about to be: whether it arrived is not known until the answer is kept. */
    SENDING,
    SENT,
    /** Said in the tool only. */
    ON_PAGE,
    /** Nothing of it was true any more, or the employee has left. */
    DROPPED,
    FAILED,
    /** May have arrived; never sent again by itself. */
    UNCERTAIN
}
