/** The catalogue document of interfaces.md section 2, in and out: read strictly, checked whole, replaced whole. */
@ApplicationModule(
        allowedDependencies = {"organisation", "competence", "learning", "requirement", "evidence", "imports"})
@NullMarked
package no.kompetansebro.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
