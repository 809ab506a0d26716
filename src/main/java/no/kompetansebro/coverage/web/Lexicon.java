package no.kompetansebro.coverage.web;

import java.util.Map;
import java.util.SequencedMap;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/** What the codes in answers about coverage stand for; requirements in the order of the catalogue. */
public record Lexicon(
        SequencedMap<RequirementCode, Requirement> requirements,
        Map<CompetenceCode, Competence> competences,
        Map<ItemCode, Item> items,
        UnitTree units) {

    /** The requirement's name, or its code where the catalogue has lost it. */
    public String name(RequirementCode code, Words words) {
        Requirement requirement = requirements.get(code);
        return requirement == null ? code.value() : words.name(requirement.name());
    }

    /** How the programmes among the items are achieved by their parts. */
    public Programmes programmes() {
        return Programmes.of(items.values());
    }

    /** The unit's name, or its code. */
    public String name(UnitCode code) {
        return units.unit(code).map(Unit::name).orElse(code.value());
    }

    String name(CompetenceCode code, Words words) {
        Competence competence = competences.get(code);
        return competence == null ? code.value() : words.name(competence.name());
    }

    /** The item's name, or its code where the catalogue has lost it. */
    public String name(ItemCode code, Words words) {
        Item item = items.get(code);
        return item == null ? code.value() : words.name(item.name());
    }
}
