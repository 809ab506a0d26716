package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a measure is to cost in a year, and has cost, in kroner.
 *
 * @param actual empty until it is known
 */
record YearCost(int year, BigDecimal planned, Optional<BigDecimal> actual) {}
