/** The leadership school: what each leader level must have, what leaders need beside it, and how far they have come. */
@NamedInterface("school")
@NullMarked
package no.kompetansebro.training.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
