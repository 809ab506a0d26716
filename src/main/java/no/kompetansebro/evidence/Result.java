package no.kompetansebro.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;

/**
 * An employee achieved an item on a date (coverage.md section 2).
 *
 * @param source who says so; with the external id the key of the fact
 * @param score 0 to 100
 * @param hours in place of the item's nominal hours
 */
public record Result(
        String source,
        String externalId,
        EmployeeId employee,
        ItemCode item,
        LocalDate achievedOn,
        Optional<BigDecimal> score,
        Optional<BigDecimal> hours) {

    /** A result without hours of its own. */
    public Result(
            String source,
            String externalId,
            EmployeeId employee,
            ItemCode item,
            LocalDate achievedOn,
            Optional<BigDecimal> score) {
        this(source, externalId, employee, item, achievedOn, score, Optional.empty());
    }
}
