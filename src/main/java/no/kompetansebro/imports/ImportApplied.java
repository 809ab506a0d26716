package no.kompetansebro.imports;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file was applied, for the employer in {@code EmployerScope}. Published in the import's transaction, once.
 *
 * @param employees the keys of the employees whose facts changed; empty when they are many or not known
 */
public record ImportApplied(String kind, Optional<Set<UUID>> employees) {

    public ImportApplied {
        employees = employees.map(Set::copyOf);
    }
}
