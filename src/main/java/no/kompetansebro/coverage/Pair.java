package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.RequirementCode;

/**
 * An employee subject to a requirement on a date, and how it stands (coverage.md section 7).
 *
 * @param deadline the deadline of the subject interval that contains the date
 * @param heldFrom start of the holding interval that contains the date; empty when not held
 * @param heldUntil its end (exclusive); empty when not held, or held for ever
 * @param nextChange the first later date on which the status differs or the employee is no longer subject
 */
public record Pair(
        EmployeeId employeeId,
        EmployeeNumber employee,
        RequirementCode requirement,
        Status status,
        LocalDate deadline,
        Optional<LocalDate> heldFrom,
        Optional<LocalDate> heldUntil,
        Optional<LocalDate> nextChange) {

    /** Where a pair stands in the order of pairs: by employee number, then requirement, each by code points. */
    public record Place(EmployeeNumber employee, RequirementCode requirement) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> place.employee().value(), CodePoints.ORDER)
                .thenComparing(place -> place.requirement().value(), CodePoints.ORDER);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Where the pair stands. */
    public Place place() {
        return new Place(employee, requirement);
    }
}
