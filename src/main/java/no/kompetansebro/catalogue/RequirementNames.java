package no.kompetansebro.catalogue;

import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.requirement.Requirement;

/** What a requirement without a name of its own is called after. */
final class RequirementNames {

    private RequirementNames() {}

    /** The competence that is demanded, where one is. */
    static Optional<CompetenceCode> competence(Requirement.Demand demand) {
        return switch (demand) {
            case Requirement.OfPeople people -> Optional.of(people.competence());
            case Requirement.OfUnitMinimum minimum -> Optional.of(minimum.competence());
            case Requirement.OfUnits _ -> Optional.empty();
        };
    }
}
