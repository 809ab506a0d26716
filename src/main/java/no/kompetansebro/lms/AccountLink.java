package no.kompetansebro.lms;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;

/**
 * An LMS account and, once confirmed, the employee it belongs to.
 *
 * @param decided whether a person has ever decided about it; then no attribute does any more
 */
record AccountLink(LinkId id, Status status, Optional<EmployeeId> employee, boolean decided) {

    enum Status {
        WAITING,
        CONFIRMED,
        REJECTED
    }
}
