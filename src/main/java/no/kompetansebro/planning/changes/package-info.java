/** The change report: why coverage on one date is not what it was on another (docs/adr/0014). */
@NullMarked
package no.kompetansebro.planning.changes;

import org.jspecify.annotations.NullMarked;
