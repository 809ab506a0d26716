/** The tool's own signing keys: made here, kept encrypted, replaced in time, their public halves published. */
@NullMarked
package no.kompetansebro.lti.key;

import org.jspecify.annotations.NullMarked;
