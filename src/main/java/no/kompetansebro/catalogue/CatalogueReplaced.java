package no.kompetansebro.catalogue;

import java.util.Set;
import no.kompetansebro.shared.EmployerId;

/**
 * The employer's catalogue has been replaced and something in it is different. Published in the transaction that does
 * it; the codes are of what is new, changed or gone.
 */
public record CatalogueReplaced(
        EmployerId employer,
        Set<String> scales,
        Set<String> competences,
        Set<String> items,
        Set<String> awardRules,
        Set<String> requirements) {

    static CatalogueReplaced by(EmployerId employer, Replacement.Done done) {
        return new CatalogueReplaced(
                employer,
                done.scales().changed(),
                done.competences().changed(),
                done.items().changed(),
                done.awardRules().changed(),
                done.requirements().changed());
    }

    boolean isEmpty() {
        return scales.isEmpty()
                && competences.isEmpty()
                && items.isEmpty()
                && awardRules.isEmpty()
                && requirements.isEmpty();
    }
}
