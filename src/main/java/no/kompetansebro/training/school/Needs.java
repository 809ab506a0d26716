package no.kompetansebro.training.school;

import java.util.Optional;

/**
 * What is known of a leader's needs on a date: the latest word of each of the two.
 *
 * @param self what the leader said last
 * @param agreed what was agreed last; it stands until something else is agreed
 */
record Needs(Optional<Assessment> self, Optional<Assessment> agreed) {

    static final Needs UNKNOWN = new Needs(Optional.empty(), Optional.empty());

    /** How far the two have come. */
    enum State {
        NOT_BEGUN,
        SELF_ASSESSED,
        AGREED
    }

    /** Agreed: both have signed, and the leader has not spoken anew since. */
    State state() {
        if (self.isEmpty()) {
            return State.NOT_BEGUN;
        }
        return agreed.filter(each -> each.version() > self.get().version()).isPresent()
                ? State.AGREED
                : State.SELF_ASSESSED;
    }

    /** The version that whoever changes them has seen; 0 before the first. */
    int version() {
        return Math.max(
                self.map(Assessment::version).orElse(0),
                agreed.map(Assessment::version).orElse(0));
    }
}
