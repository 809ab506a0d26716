/** Competences, their scales and how long they last. */
@ApplicationModule(allowedDependencies = {"organisation :: access"})
@NullMarked
package no.kompetansebro.competence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
