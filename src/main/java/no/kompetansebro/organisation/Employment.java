package no.kompetansebro.organisation;

import java.math.BigDecimal;
import java.util.Optional;
import no.kompetansebro.shared.DateInterval;

/**
 * A period of an employment: where, as what, how much.
 *
 * @param title the position's title, where one is recorded
 * @param leads the unit that the employee leads by it
 * @param fte percent of a full position
 */
public record Employment(
        String number,
        EmployeeId employee,
        DateInterval dates,
        UnitCode unit,
        String position,
        Optional<String> title,
        Optional<String> leaderLevel,
        Optional<UnitCode> leads,
        BigDecimal fte) {}
