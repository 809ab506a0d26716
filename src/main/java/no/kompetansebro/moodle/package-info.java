/**
 * Reads completions and courses from Moodle's web services, and hands them to {@code lms}; enrols whom {@code lms} says.
 * Decides nothing about either.
 */
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
