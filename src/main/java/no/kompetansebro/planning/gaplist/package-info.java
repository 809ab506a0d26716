/** The list of gaps with the measures that address them. */
@NullMarked
package no.kompetansebro.planning.gaplist;

import org.jspecify.annotations.NullMarked;
