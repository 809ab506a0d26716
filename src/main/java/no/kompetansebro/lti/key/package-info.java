/** The tool's own signing keys: made here, kept encrypted, replaced in time, their public halves published. */
@NamedInterface("key")
@NullMarked
package no.kompetansebro.lti.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
