/** Who is looking, and what they may see: themselves, their units, an area, everything. */
@NamedInterface("access")
@NullMarked
package no.kompetansebro.organisation.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
