/** Minimum cover over time, and what few people carry. */
@NullMarked
package no.kompetansebro.planning.minimum;

import org.jspecify.annotations.NullMarked;
