/** What can be learned: items, and the award rules that say which competence they give. */
@ApplicationModule(allowedDependencies = {"organisation", "organisation :: access", "competence", "imports"})
@NullMarked
package no.kompetansebro.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
