/** Recruitment: what is needed of each position in the years to come, who will leave, who is being educated. */
@NullMarked
package no.kompetansebro.planning.recruitment;

import org.jspecify.annotations.NullMarked;
