package no.kompetansebro.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Engine;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.RequirementCode;

/** What is the same for everybody: the units, the rulebook and the engine compiled for it. */
record Rules(
        UnitTree units,
        Engine engine,
        Map<RequirementCode, Requirement> requirements,
        Map<CompetenceCode, Competence> competences) {

    static Rules of(RulesInForce rules) {
        Rulebook rulebook = rules.rulebook();
        Map<RequirementCode, Requirement> requirements = new LinkedHashMap<>();
        rulebook.requirements().forEach(r -> requirements.put(r.code(), r));
        Map<CompetenceCode, Competence> competences = new LinkedHashMap<>();
        rulebook.competences().forEach(c -> competences.put(c.code(), c));
        return new Rules(rules.units(), rules.engine(), requirements, competences);
    }

    /** The requirement with the code. It is there: obligations are made from the same rulebook. */
    Requirement requirement(RequirementCode code) {
        return Optional.ofNullable(requirements.get(code)).orElseThrow();
    }

    /** The competence that the requirement asks of people; empty for a duty of units. */
    Optional<Competence> competence(Requirement requirement) {
        return requirement.demand() instanceof OfPeople demand
                ? Optional.ofNullable(competences.get(demand.competence()))
                : Optional.empty();
    }
}
