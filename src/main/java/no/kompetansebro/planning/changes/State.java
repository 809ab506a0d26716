package no.kompetansebro.planning.changes;

import java.util.Optional;
import no.kompetansebro.coverage.Status;

/** What a pair counts as in a change report; warnings make no difference to it. */
enum State {
    /** Not subject. */
    NONE,
    EXEMPT,
    COVERED,
    /** Not covered, the deadline is ahead. */
    DUE,
    /** Not covered, the deadline is reached. */
    LAPSED;

    static State of(Optional<Status> status) {
        return status.map(State::of).orElse(NONE);
    }

    private static State of(Status status) {
        return switch (status) {
            case EXEMPT -> EXEMPT;
            case COVERED, EXPIRING -> COVERED;
            case DUE -> DUE;
            case EXPIRED, OVERDUE -> LAPSED;
        };
    }
}
