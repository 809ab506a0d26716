/** Which part of the organisation a planning page is about. */
@NullMarked
package no.kompetansebro.planning.scope;

import org.jspecify.annotations.NullMarked;
