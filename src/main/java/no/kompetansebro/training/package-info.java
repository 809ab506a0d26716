/** What is planned and done to close gaps: assignments, gatherings, the leadership school, attestation, reminders. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "organisation :: access",
            "competence",
            "learning",
            "requirement",
            "evidence",
            "catalogue",
            "coverage",
            "coverage :: engine",
            "coverage :: web",
            "lms",
            "lms :: enrolling",
            "imports",
            "tables"
        })
@NullMarked
package no.kompetansebro.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
