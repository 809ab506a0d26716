/** Full-time equivalents by profession and unit. */
@NullMarked
package no.kompetansebro.planning.workforce;

import org.jspecify.annotations.NullMarked;
