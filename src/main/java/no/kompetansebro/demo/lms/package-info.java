/** A small LMS to launch from: its own issuer and keys, real LTI 1.3 launches, scores reported over HTTP. */
@NullMarked
package no.kompetansebro.demo.lms;

import org.jspecify.annotations.NullMarked;
