/** The application: one package per module below. */
@NullMarked
package no.kompetansebro;

import org.jspecify.annotations.NullMarked;
