/** CSV files as interfaces.md section 3 defines them: read, checked row by row, applied whole or not at all. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.kompetansebro.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
