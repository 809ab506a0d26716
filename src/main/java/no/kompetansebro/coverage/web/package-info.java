/** The pages about coverage, and what every page about coverage shares: the date, the words, the names. */
@NamedInterface("web")
@NullMarked
package no.kompetansebro.coverage.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
