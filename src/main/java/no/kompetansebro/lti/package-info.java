/** LTI 1.3 as a protocol, without a noun of ours; could be cut out as a library. */
@ApplicationModule(allowedDependencies = "outbound")
@NullMarked
package no.kompetansebro.lti;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
