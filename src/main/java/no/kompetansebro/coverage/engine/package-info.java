/** The pure engine of coverage.md: no Spring, no SQL, no clock, no text. */
@NamedInterface("engine")
@NullMarked
package no.kompetansebro.coverage.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
