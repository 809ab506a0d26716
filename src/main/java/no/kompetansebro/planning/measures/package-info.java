/** Action plans: goals, needs, strategies and measures on each level, what they cost and what came of them. */
@NamedInterface("measures")
@NullMarked
package no.kompetansebro.planning.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
