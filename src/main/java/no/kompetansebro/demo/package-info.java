/** Profile demo only: a fictional municipality and a small LMS to launch from. */
@ApplicationModule(
        allowedDependencies = {
            "lti :: spi",
            "lms",
            "lms :: spi",
            "organisation",
            "organisation :: access",
            "competence",
            "learning",
            "requirement",
            "evidence",
            "coverage",
            "imports",
            "catalogue",
            "training :: assigning",
            "training :: gatherings",
            "training :: proof",
            "training :: school",
            "planning",
            "planning :: measures"
        })
@NullMarked
package no.kompetansebro.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
