/** A real browser for the tests that need one. */
@NullMarked
package no.kompetansebro.browser;

import org.jspecify.annotations.NullMarked;
