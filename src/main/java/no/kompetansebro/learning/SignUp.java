package no.kompetansebro.learning;

import java.time.Instant;
import java.util.Comparator;
import no.kompetansebro.organisation.EmployeeId;

/**
 * An employee's sign-up (påmelding) to a gathering.
 *
 * @param priority fixed when signing up
 * @param turn the place in the order in which people signed up, from 1
 * @param results how many results in the ledger attendance has given
 */
public record SignUp(
        GatheringId gathering,
        EmployeeId employee,
        Priority priority,
        State state,
        int turn,
        Instant signedUpAt,
        int results) {

    /** Who goes first: whoever needs the gathering for a requirement, then others. */
    public static final Comparator<SignUp> BY_TURN =
            Comparator.comparing(SignUp::priority).thenComparingInt(SignUp::turn);

    /** Whether a requirement, or somebody who may, asks the employee to come. */
    public enum Priority {
        REQUIRED,
        VOLUNTARY
    }

    /** How it stands. */
    public enum State {
        /** Has a seat. */
        SIGNED_UP,
        /** Is on the waiting list. */
        WAITING,
        WITHDRAWN,
        ATTENDED,
        ABSENT;

        /** Whether the employee has a seat, or waits for one. */
        public boolean isActive() {
            return this == SIGNED_UP || this == WAITING;
        }

        /** Whether it has been said if the employee came. */
        public boolean isSettled() {
            return this == ATTENDED || this == ABSENT;
        }
    }

    /** The same in another state. */
    public SignUp as(State other) {
        return new SignUp(gathering, employee, priority, other, turn, signedUpAt, results);
    }

    /** The same with one more result in the ledger. */
    public SignUp attended() {
        return new SignUp(gathering, employee, priority, State.ATTENDED, turn, signedUpAt, results + 1);
    }
}
