package no.kompetansebro.coverage;

/**
 * Gap days of the pairs of a row in a period (coverage.md section 8), added up.
 *
 * @param key of the row: a unit's or requirement's code
 * @param pairs how many pairs there are on the last day of the period
 * @param behind how many of them are past their deadline on that day
 */
public record GapDaySum(String key, long days, long pairs, long behind) {}
