/** What ends, and how many seats that takes: month by month and quarter by quarter. */
@NullMarked
package no.kompetansebro.planning.forecast;

import org.jspecify.annotations.NullMarked;
