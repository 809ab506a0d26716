/** Reads completions and courses from Moodle's web services, and hands them to {@code lms}. Decides nothing about them. */
@ApplicationModule(
        allowedDependencies = {
            "lms",
            "lms :: spi",
            "lti :: spi",
            "lti :: key",
            "organisation",
            "organisation :: access",
            "outbound",
        })
@NullMarked
package no.kompetansebro.moodle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
