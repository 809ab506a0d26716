package no.kompetansebro.training.reminders;

import java.util.Optional;

/**
 * What there is to send when a letter's turn comes.
 *
 * @param digest empty: nothing is sent
 * @param instead what becomes of the letter then, and why
 */
record Found(Optional<Digest> digest, LetterState instead, String why) {

    static Found of(Digest digest) {
        return new Found(Optional.of(digest), LetterState.SENT, "");
    }

    /** Nothing of it is true any more. */
    static Found moot() {
        return new Found(Optional.empty(), LetterState.DROPPED, "MOOT");
    }

    /** They chose to see such things in the tool only. */
    static Found chosenOnPage() {
        return new Found(Optional.empty(), LetterState.ON_PAGE, "CHOICE");
    }
}
