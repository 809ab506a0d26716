/** Gap days: for how long requirements that hold at all times were not met. */
@NullMarked
package no.kompetansebro.planning.gapdays;

import org.jspecify.annotations.NullMarked;
