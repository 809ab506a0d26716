/** Who works where and when: units, employees, employments, leaves, roles, leader levels. */
@ApplicationModule(allowedDependencies = {"imports"})
@NullMarked
package no.kompetansebro.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
