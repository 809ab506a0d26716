/** The ledger of results and other evidence: appended to and revoked, never rewritten. */
@ApplicationModule(
        allowedDependencies = {"organisation", "organisation :: access", "competence", "learning", "imports"})
@NullMarked
package no.kompetansebro.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
