/** Who is to learn what by when: assigned by leaders to their own, by HR to any target group. */
@NamedInterface("assigning")
@NullMarked
package no.kompetansebro.training.assigning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
