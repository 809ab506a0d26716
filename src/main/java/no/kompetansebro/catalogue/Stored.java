package no.kompetansebro.catalogue;

import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.LeadershipSchools;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;

/** The catalogue of the current employer as its modules keep it. */
@Component
class Stored {

    private final Scales scales;
    private final Competences competences;
    private final Items items;
    private final AwardRules awardRules;
    private final Requirements requirements;
    private final LeadershipSchools schools;

    Stored(
            Scales scales,
            Competences competences,
            Items items,
            AwardRules awardRules,
            Requirements requirements,
            LeadershipSchools schools) {
        this.scales = scales;
        this.competences = competences;
        this.items = items;
        this.awardRules = awardRules;
        this.requirements = requirements;
        this.schools = schools;
    }

    CatalogueContent content() {
        return new CatalogueContent(
                scales.all(), competences.all(), items.all(), awardRules.all(), requirements.all(), schools.current());
    }

    void replace(CatalogueContent next) {
        scales.replaceAll(next.scales());
        competences.replaceAll(next.competences());
        items.replaceAll(next.items());
        awardRules.replaceAll(next.awardRules());
        requirements.replaceAll(next.requirements());
        schools.replace(next.school());
    }

    /** What is different in {@code next}. */
    static Replacement.Done changes(CatalogueContent former, CatalogueContent next) {
        return new Replacement.Done(
                Changes.between(former.scales(), next.scales(), Scale::code),
                Changes.between(
                        former.competences(),
                        next.competences(),
                        (Competence c) -> c.code().value()),
                Changes.between(
                        former.items(), next.items(), (Item i) -> i.code().value()),
                Changes.between(former.awardRules(), next.awardRules(), AwardRule::code),
                Changes.between(
                        former.requirements(),
                        next.requirements(),
                        (Requirement r) -> r.code().value()));
    }
}
