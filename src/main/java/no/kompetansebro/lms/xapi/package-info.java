/** The statement resource of xAPI 1.0.3, for learning tools that report completions as they happen. */
@NullMarked
package no.kompetansebro.lms.xapi;

import org.jspecify.annotations.NullMarked;
