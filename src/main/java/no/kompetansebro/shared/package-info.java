/** The kernel: dates as sets of days, whose employer a transaction works for, names in three languages. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package no.kompetansebro.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
