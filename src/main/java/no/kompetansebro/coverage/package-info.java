/** The judgement: who is covered on a date, and why. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "organisation :: access",
            "competence",
            "learning",
            "requirement",
            "evidence",
            "imports"
        })
@NullMarked
package no.kompetansebro.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
