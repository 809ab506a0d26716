/** Duties on units themselves (coverage.md section 9): which units have done theirs, and how a leader registers it. */
@NullMarked
package no.kompetansebro.planning.duties;

import org.jspecify.annotations.NullMarked;
