/** Who is to learn what by when: assigned by leaders to their own, by HR to any target group. */
@NullMarked
package no.kompetansebro.training.assigning;

import org.jspecify.annotations.NullMarked;
