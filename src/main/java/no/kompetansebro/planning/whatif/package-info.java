/** What if: coverage as it would be if people learned, posts ended or rules were others; and the same before rules are changed. */
@NullMarked
package no.kompetansebro.planning.whatif;

import org.jspecify.annotations.NullMarked;
