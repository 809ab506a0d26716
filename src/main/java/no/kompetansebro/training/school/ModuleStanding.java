package no.kompetansebro.training.school;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.RequirementCode;

/**
 * How a leader stands in one module.
 *
 * @param required the pair of the requirement that asks for it, the most urgent where several do; empty where none does
 * @param agreed whether it is agreed that the leader needs it
 */
record ModuleStanding(LeaderPaths.Module module, Optional<Pair> required, boolean agreed) {

    private static final List<Status> URGENCY =
            List.of(Status.OVERDUE, Status.EXPIRED, Status.DUE, Status.EXPIRING, Status.COVERED, Status.EXEMPT);

    /** The standing by the leader's pairs, of which those on the leader's path count. */
    static ModuleStanding of(LeaderPaths.Module module, Set<RequirementCode> path, List<Pair> pairs, Needs needs) {
        return new ModuleStanding(
                module,
                pairs.stream()
                        .filter(pair -> path.contains(pair.requirement())
                                && module.requirements().contains(pair.requirement()))
                        .min(Comparator.comparingInt(pair -> URGENCY.indexOf(pair.status()))),
                needs.agreed().filter(agreed -> agreed.needs(module.item())).isPresent());
    }

    ItemCode item() {
        return module.item();
    }

    /** What the leader's plan says about the module: plan = required and agreed; what is agreed never counts in compliance. */
    Place place() {
        return required.map(pair -> Place.required(pair.status())).orElse(agreed ? Place.AGREED : Place.NONE);
    }

    /** Where a leader is counted for a module: in exactly one of these. */
    enum Place {
        COVERED,
        OPEN,
        EXEMPT,
        AGREED,
        NONE;

        private static Place required(Status status) {
            return switch (status) {
                case COVERED, EXPIRING -> COVERED;
                case DUE, OVERDUE, EXPIRED -> OPEN;
                case EXEMPT -> EXEMPT;
            };
        }
    }
}
