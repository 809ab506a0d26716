/** Keeps the read model of coverage: follows the facts, employee by employee, and sums up figures (docs/adr/0007). */
@NullMarked
package no.kompetansebro.coverage.recalculation;

import org.jspecify.annotations.NullMarked;
