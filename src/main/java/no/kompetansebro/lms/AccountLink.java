package no.kompetansebro.lms;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;

/**
 * An LMS account and, once confirmed, the employee it belongs to.
 *
 * @param withoutRights whether only an LMS's administrator vouches for the link
 * @param decided whether a person has ever decided about it; then no attribute does any more
 */
record AccountLink(LinkId id, Status status, Optional<EmployeeId> employee, boolean withoutRights, boolean decided) {

    enum Status {
        WAITING,
        CONFIRMED,
        REJECTED
    }
}
