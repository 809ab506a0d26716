package no.kompetansebro.coverage.engine;

import java.util.List;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Item;
import no.kompetansebro.requirement.Requirement;

/** Everything that is the same for every employee: the catalogue and the tree of units, as recorded today. */
public record Rulebook(
        List<Unit> units,
        List<Scale> scales,
        List<Competence> competences,
        List<Item> items,
        List<AwardRule> awardRules,
        List<Requirement> requirements) {

    public Rulebook {
        units = List.copyOf(units);
        scales = List.copyOf(scales);
        competences = List.copyOf(competences);
        items = List.copyOf(items);
        awardRules = List.copyOf(awardRules);
        requirements = List.copyOf(requirements);
    }
}
