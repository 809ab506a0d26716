/** What a connector to an LMS, or an endpoint for learning tools, hands over: who completed what, and what was withdrawn. And how people are enrolled. */
@NamedInterface("spi")
@NullMarked
package no.kompetansebro.lms.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
