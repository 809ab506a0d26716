package no.kompetansebro.lms.enrolling;

import java.util.Optional;
import no.kompetansebro.lms.spi.PersonKey;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;

/**
 * Somebody who is to be enrolled.
 *
 * @param subject the account that is confirmed to be theirs; empty: none is
 * @param hasLeft whether no employment is current or begins later
 */
record Enrollee(EmployeeId id, EmployeeNumber number, Optional<String> subject, boolean hasLeft) {

    PersonKey key() {
        return new PersonKey(subject, Optional.of(number.value()), Optional.empty());
    }
}
