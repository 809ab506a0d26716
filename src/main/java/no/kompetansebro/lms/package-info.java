/** Between any LMS and us: account links, item mapping, intake of completions. */
@ApplicationModule(
        allowedDependencies = {
            "lti",
            "lti :: spi",
            "lti :: advantage",
            "lti :: key",
            "outbound",
            "organisation",
            "organisation :: access",
            "competence",
            "learning",
            "requirement",
            "evidence",
            "coverage",
            "coverage :: engine",
            "coverage :: web"
        })
@NullMarked
package no.kompetansebro.lms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
