/** The tool's own signing keys: made once, kept encrypted, the public half published. */
@NullMarked
package no.kompetansebro.lti.key;

import org.jspecify.annotations.NullMarked;
