/** The REST API of interfaces.md section 4: thin controllers over the modules above. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "organisation :: access",
            "competence",
            "learning",
            "requirement",
            "evidence",
            "coverage",
            "coverage :: engine",
            "imports",
            "catalogue"
        })
@NullMarked
package no.kompetansebro.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
