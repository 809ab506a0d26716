package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a forecast assumes beside what is recorded.
 *
 * @param retirementAge the age in whose year people retire; empty for no retirement
 * @param turnover percent of those who would stay that leave in a year, by position
 * @param otherwise the same of positions that have none of their own
 */
record Assumptions(OptionalInt retirementAge, Map<String, BigDecimal> turnover, BigDecimal otherwise) {

    /** Nobody leaves but who is known to. */
    static final Assumptions NONE = new Assumptions(OptionalInt.empty(), Map.of(), BigDecimal.ZERO);

    BigDecimal turnover(String position) {
        return turnover.getOrDefault(position, otherwise);
    }
}
