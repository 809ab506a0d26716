package no.kompetansebro.catalogue;

import java.util.List;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.requirement.Requirement;

/** What of a catalogue says who needs what, and what gives it. */
public record Rules(List<Competence> competences, List<AwardRule> awardRules, List<Requirement> requirements) {

    public Rules {
        competences = List.copyOf(competences);
        awardRules = List.copyOf(awardRules);
        requirements = List.copyOf(requirements);
    }
}
