/** What HR plans by: gaps, forecast, minimum cover, plans and reports. Only the demo depends on it. */
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
            "tables"
        })
@NullMarked
package no.kompetansebro.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
