/** The annual wheel: what each level delivers every year, when, who is late; and figures that are frozen with a delivery. */
@NullMarked
package no.kompetansebro.planning.wheel;

import org.jspecify.annotations.NullMarked;
