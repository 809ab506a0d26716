/** What the protocol needs from whoever uses it, and what it tells: registrations in, checked launches out. */
@NamedInterface("spi")
@NullMarked
package no.kompetansebro.lti.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
