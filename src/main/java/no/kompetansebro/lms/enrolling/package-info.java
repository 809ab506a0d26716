/** Enrolling employees in the courses of LMSs: what would come of it, the request, and its working off. */
@NamedInterface("enrolling")
@NullMarked
package no.kompetansebro.lms.enrolling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
