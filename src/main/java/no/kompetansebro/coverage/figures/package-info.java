/**
 * Figures as step functions over dates: what an employee adds to them in few bytes ({@link
 * no.kompetansebro.coverage.figures.Trace}), their sums by day, and those sums in few bytes. Pure: no Spring, no SQL,
 * no clock.
 */
@NullMarked
package no.kompetansebro.coverage.figures;

import org.jspecify.annotations.NullMarked;
