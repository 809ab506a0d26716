package no.kompetansebro.lms;

/**
 * Who decides.
 *
 * @param name as sessions and audits call them
 * @param appointed an administrator by a right given here, not only by an LMS's word
 * @param setUp whether the employer is still being set up, so that nobody is appointed yet
 */
record Decider(String name, boolean appointed, boolean setUp) {

    /** Whether what they decide needs no second person. */
    boolean isEnough() {
        return appointed || setUp;
    }
}
