package no.kompetansebro.organisation;

import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * How many work in a position, who are born in one year and leave it in one year, on a date.
 *
 * @param title what the position is called: its latest title, or its code
 * @param birthYear empty where none is recorded
 * @param leaves the year in which their last recorded employment in the position ends; empty where it has no end
 * @param fte in full positions
 */
public record Staffing(
        String position, String title, OptionalInt birthYear, OptionalInt leaves, long people, BigDecimal fte) {}
