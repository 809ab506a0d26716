/** Reports: figures of a period frozen under a number, for HR and for who decides. */
@NullMarked
package no.kompetansebro.planning.reports;

import org.jspecify.annotations.NullMarked;
