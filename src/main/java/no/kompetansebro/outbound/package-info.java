/** The one way out: every call to an address that somebody else gave us is checked here, and made to what was checked. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.kompetansebro.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
