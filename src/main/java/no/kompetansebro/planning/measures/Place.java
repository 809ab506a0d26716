package no.kompetansebro.planning.measures;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;

/**
 * Whose plan something is in.
 *
 * @param unit empty for the whole municipality
 * @param employee where it is one employee's plan; the unit is where that employee works
 */
record Place(Optional<UnitCode> unit, Optional<EmployeeId> employee) {

    static final Place EVERYWHERE = new Place(Optional.empty(), Optional.empty());

    static Place of(UnitCode unit) {
        return new Place(Optional.of(unit), Optional.empty());
    }

    boolean isPersonal() {
        return employee.isPresent();
    }
}
