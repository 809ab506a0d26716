package no.kompetansebro.training.school;

import java.util.List;
import java.util.Set;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.RequirementCode;

/**
 * How a leader stands in the leadership school.
 *
 * @param progress of the requirements on the path of the leader's levels: the same count that a link to the path tells an LMS
 */
record LeaderStanding(Leader leader, List<ModuleStanding> modules, Needs needs, Progress progress) {

    LeaderStanding {
        modules = List.copyOf(modules);
    }

    static LeaderStanding of(Leader leader, LeaderPaths paths, List<Pair> pairs, Needs needs) {
        Set<RequirementCode> path = leader.path(paths);
        return new LeaderStanding(
                leader,
                paths.modules().stream()
                        .map(module -> ModuleStanding.of(module, path, pairs, needs))
                        .toList(),
                needs,
                Progress.of(pairs.stream()
                        .filter(pair -> path.contains(pair.requirement()))
                        .toList()));
    }

    /** The covered of those that are not exempt. */
    record Progress(long covered, long toCover) {

        static final Progress NONE = new Progress(0, 0);

        static Progress of(List<Pair> pairs) {
            return new Progress(
                    pairs.stream().filter(pair -> pair.status().isCovered()).count(),
                    pairs.stream()
                            .filter(pair -> pair.status() != Status.EXEMPT)
                            .count());
        }

        Progress plus(Progress other) {
            return new Progress(covered + other.covered, toCover + other.toCover);
        }
    }
}
