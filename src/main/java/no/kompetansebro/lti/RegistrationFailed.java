package no.kompetansebro.lti;

import java.util.Optional;
import no.kompetansebro.outbound.Cause;

/** A platform could not be registered. Carries nothing from outside. */
final class RegistrationFailed extends RuntimeException {

    private final RegistrationProblem problem;
    private final transient Optional<Cause> cause;

    RegistrationFailed(RegistrationProblem problem) {
        this(problem, Optional.empty());
    }

    RegistrationFailed(RegistrationProblem problem, Optional<Cause> cause) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.cause = cause;
    }

    RegistrationProblem problem() {
        return problem;
    }

    /** Why an address was not reached, where that was the problem. */
    Optional<Cause> unreached() {
        return cause;
    }
}
