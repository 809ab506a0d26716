/** Requirements, the target groups they bind, and exemptions from them. */
@ApplicationModule(
        allowedDependencies = {"organisation", "organisation :: access", "competence", "learning", "imports"})
@NullMarked
package no.kompetansebro.requirement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
