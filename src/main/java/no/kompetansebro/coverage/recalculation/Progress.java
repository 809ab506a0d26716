package no.kompetansebro.coverage.recalculation;

/**
 * How far the read model is behind the facts: an estimate that costs little to make.
 *
 * @param left how many employees wait to be calculated
 * @param of how many employees there were when everybody was last calculated; at least {@code left}
 * @param due whether everybody is to be calculated, and nobody has begun; then {@code left} does not count them yet
 * @param sweeping whether everybody is being calculated
 * @param summingUp whether figures by the rules in force are being summed up for the first time
 */
public record Progress(long left, long of, boolean due, boolean sweeping, boolean summingUp) {}
