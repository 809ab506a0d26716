/** Profile demo only: a fictional municipality and a small LMS to launch from. */
@ApplicationModule(
        allowedDependencies = {
            "lti :: spi",
            "lms",
            "organisation",
            "organisation :: access",
            "competence",
            "learning",
            "requirement",
            "evidence",
            "coverage",
            "imports",
            "catalogue",
            "training :: school"
        })
@NullMarked
package no.kompetansebro.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
