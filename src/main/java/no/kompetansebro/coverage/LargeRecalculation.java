package no.kompetansebro.coverage;

/**
 * A recalculation of so many employees that nobody should wait for it before an empty page.
 *
 * @param left about how many employees are still to be calculated
 * @param of how many employees there are; at least {@code left}
 * @param summingUp whether everybody is calculated, and only the figures are still being summed up
 */
public record LargeRecalculation(long left, long of, boolean summingUp) {}
