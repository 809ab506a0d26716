package no.kompetansebro.catalogue;

import java.util.List;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.LeadershipSchool;
import no.kompetansebro.requirement.Requirement;

/** Everything that a catalogue says, in its order. */
record CatalogueContent(
        List<Scale> scales,
        List<Competence> competences,
        List<Item> items,
        List<AwardRule> awardRules,
        List<Requirement> requirements,
        LeadershipSchool school) {}
