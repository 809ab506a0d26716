package no.kompetansebro.lms.enrolling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The items that give, alone or with others, what a requirement asks for. */
@Component
@Transactional(readOnly = true)
class CoveringItems {

    private final Requirements requirements;
    private final Competences competences;
    private final Scales scales;
    private final AwardRules rules;

    CoveringItems(Requirements requirements, Competences competences, Scales scales, AwardRules rules) {
        this.requirements = requirements;
        this.competences = competences;
        this.scales = scales;
        this.rules = rules;
    }

    /** In the order of the award rules; none of a requirement on units. */
    List<ItemCode> of(RequirementCode code) {
        return requirements.all().stream()
                .filter(requirement -> requirement.code().equals(code))
                .flatMap(requirement -> switch (requirement.demand()) {
                    case Requirement.OfPeople people -> of(people.competence(), people.level());
                    case Requirement.OfUnitMinimum minimum -> of(minimum.competence(), minimum.level());
                    case Requirement.OfUnits _ -> Stream.<ItemCode>empty();
                })
                .distinct()
                .toList();
    }

    private Stream<ItemCode> of(CompetenceCode competence, Optional<String> level) {
        int needed = rank(competence, level);
        return rules.all().stream()
                .filter(rule -> rule.competence().equals(competence) && rank(competence, rule.level()) >= needed)
                .map(AwardRule::criterion)
                .flatMap(CoveringItems::items);
    }

    /** Without a scale there is one level. */
    private int rank(CompetenceCode code, Optional<String> level) {
        Optional<Scale> scale = competences.all().stream()
                .filter(competence -> competence.code().equals(code))
                .flatMap(competence -> competence.scale().stream())
                .flatMap(
                        name -> scales.all().stream().filter(each -> each.code().equals(name)))
                .findFirst();
        return scale.flatMap(levels -> level.map(levels::rank)).orElse(0);
    }

    private static Stream<ItemCode> items(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved achieved -> Stream.of(achieved.item());
            case Criterion.All(List<Criterion> of) -> of.stream().flatMap(CoveringItems::items);
            case Criterion.Any(List<Criterion> of) -> of.stream().flatMap(CoveringItems::items);
            case Criterion.AtLeast(int _, List<Criterion> of) -> of.stream().flatMap(CoveringItems::items);
            case Criterion.Hours hours -> hours.items().stream();
        };
    }
}
