package no.kompetansebro.learning;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;

/**
 * Why a sign-up is as it is now.
 *
 * @param by who did it; empty where it followed from what another did
 * @param reason in words; a correction has one
 */
public record SignUpChange(SignUp now, Optional<EmployeeId> by, Cause cause, Optional<String> reason) {

    /** What changed it. */
    public enum Cause {
        SIGN_UP,
        WITHDRAWAL,
        /** A seat became free. */
        SEAT_FREED,
        /** Somebody for whom it is required took the seat while it was kept only if there is room. */
        GAVE_WAY,
        ATTENDANCE,
        CORRECTION
    }
}
