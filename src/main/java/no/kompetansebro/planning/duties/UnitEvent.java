package no.kompetansebro.planning.duties;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;

/** What a unit did, and who registered it. */
record UnitEvent(UUID id, Held held, EmployeeId registeredBy) {

    /**
     * What somebody registers.
     *
     * @param agenda what it was about
     * @param attended how many took part, where it was counted
     */
    record Held(UnitCode unit, ItemCode item, LocalDate on, String agenda, Optional<Integer> attended) {}
}
