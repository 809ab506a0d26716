/** Where the data lives: the embedded PostgreSQL and the employer that each transaction is bound to. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.kompetansebro.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
