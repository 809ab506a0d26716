package no.kompetansebro.coverage;

import java.util.List;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.engine.Unit;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.UnitTree;
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

    /** The rulebook as it is recorded now. */
    Rulebook current(UnitTree tree) {
        List<Unit> units = tree.all().stream()
                .map(unit -> new Unit(unit.code(), unit.parent(), unit.kind()))
                .toList();
        return new Rulebook(units, scales.all(), competences.all(), items.all(), awardRules.all(), requirements.all());
    }
}
