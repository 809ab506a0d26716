/** Calls to the services of a platform (LTI Advantage): the access token, the call, what came of it. */
@NamedInterface("advantage")
@NullMarked
package no.kompetansebro.lti.advantage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
