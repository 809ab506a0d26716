/** The top of the application: security filter chain, layout, menu, language, error pages. */
@ApplicationModule(allowedDependencies = {"lti", "organisation :: access"})
@NullMarked
package no.kompetansebro.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
