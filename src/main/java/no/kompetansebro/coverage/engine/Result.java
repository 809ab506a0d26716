package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;

/**
 * An employee, or a unit, achieved the item on the date (coverage.md section 2).
 *
 * @param score 0 to 100
 * @param hours in place of the item's nominal hours
 * @param validUntil its own end, exclusive, in place of any policy's
 */
public record Result(
        ItemCode item,
        LocalDate achievedOn,
        Optional<BigDecimal> score,
        Optional<BigDecimal> hours,
        Optional<LocalDate> validUntil) {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** A result that is planned: it has full score, so that it counts wherever a result may (coverage.md section 10). */
    public static Result planned(ItemCode item, LocalDate on) {
        return new Result(item, on, Optional.of(FULL), Optional.empty(), Optional.empty());
    }

    /** A result without score, hours and end of its own. */
    public static Result of(ItemCode item, LocalDate achievedOn) {
        return new Result(item, achievedOn, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
