/** The pages that HR plans by. */
@NullMarked
package no.kompetansebro.planning.web;

import org.jspecify.annotations.NullMarked;
