package no.kompetansebro.coverage;

import java.util.List;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.engine.Unit;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;

/** Puts the catalogue and the units together as the engine wants them. Needs a transaction. */
@Component
class Rulebooks {

    private final Scales scales;
    private final Competences competences;
    private final Items items;
    private final AwardRules awardRules;
    private final Requirements requirements;

    Rulebooks(Scales scales, Competences competences, Items items, AwardRules awardRules, Requirements requirements) {
        this.scales = scales;
        this.competences = competences;
        this.items = items;
        this.awardRules = awardRules;
        this.requirements = requirements;
    }

    /** The rulebook as it is recorded now; a result in a programme with parts stands for all ways to achieve it (ADR 9). */
    Rulebook current(UnitTree tree) {
        List<Unit> units = tree.all().stream()
                .map(unit -> new Unit(unit.code(), unit.parent(), unit.kind()))
                .toList();
        List<Item> all = items.all();
        Programmes programmes = Programmes.of(all);
        return new Rulebook(
                units,
                scales.all(),
                competences.all(),
                all,
                awardRules.all().stream()
                        .map(rule -> expanded(rule, programmes))
                        .toList(),
                requirements.all().stream()
                        .map(requirement -> expanded(requirement, programmes))
                        .toList());
    }

    private static AwardRule expanded(AwardRule rule, Programmes programmes) {
        return new AwardRule(rule.code(), rule.competence(), rule.level(), programmes.expanded(rule.criterion()));
    }

    private static Requirement expanded(Requirement requirement, Programmes programmes) {
        return requirement.demand() instanceof OfUnits demand
                ? requirement.demanding(new OfUnits(
                        demand.units(),
                        demand.unitKinds(),
                        programmes.expanded(demand.criterion()),
                        demand.dueDate(),
                        demand.graceDays()))
                : requirement;
    }
}
