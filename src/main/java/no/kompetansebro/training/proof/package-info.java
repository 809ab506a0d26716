/** What people hand in, declare and do without an LMS, and who says that it is so; exemptions, disputes, the talk about it. */
@NamedInterface("proof")
@NullMarked
package no.kompetansebro.training.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
