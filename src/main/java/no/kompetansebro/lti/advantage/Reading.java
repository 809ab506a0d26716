package no.kompetansebro.lti.advantage;

import java.util.List;
import java.util.Optional;

/**
 * What was read of a service.
 *
 * @param entries those that came, all of them only without a problem: from an incomplete reading nothing may be ended or
 *     taken back (lti-requirements SVC-15)
 */
public record Reading<T>(List<T> entries, Optional<ServiceProblem> problem) {

    public Reading {
        entries = List.copyOf(entries);
    }

    /** Whether it reached the last page. */
    public boolean isComplete() {
        return problem.isEmpty();
    }
}
