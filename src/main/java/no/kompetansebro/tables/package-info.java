/** Tables as files: what a page shows, for a spreadsheet. Knows no noun; who takes people with them is kept. */
@ApplicationModule(allowedDependencies = {"organisation", "organisation :: access"})
@NullMarked
package no.kompetansebro.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
