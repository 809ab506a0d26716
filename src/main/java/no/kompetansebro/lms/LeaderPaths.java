package no.kompetansebro.lms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;

/** The leadership school as paths: for each leader level, the requirements on people whose target group names it. */
final class LeaderPaths {

    private LeaderPaths() {}

    /** The paths by leader level, each in the order of the catalogue. */
    static SortedMap<String, List<RequirementCode>> of(Collection<Requirement> requirements) {
        SortedMap<String, List<RequirementCode>> paths = new TreeMap<>();
        for (Requirement requirement : requirements) {
            if (requirement.demand() instanceof Requirement.OfPeople demand) {
                levels(demand.targetGroup())
                        .forEach(level -> paths.computeIfAbsent(level, _ -> new ArrayList<>())
                                .add(requirement.code()));
            }
        }
        return paths;
    }

    private static Set<String> levels(TargetGroup group) {
        return switch (group) {
            case TargetGroup.LeaderLevel(Set<String> levels) -> levels;
            case TargetGroup.All(List<TargetGroup> of) -> levels(of);
            case TargetGroup.Any(List<TargetGroup> of) -> levels(of);
            case TargetGroup.Not _,
                    TargetGroup.InUnit _,
                    TargetGroup.Position _,
                    TargetGroup.Role _,
                    TargetGroup.HiredFrom _,
                    TargetGroup.NewHire _,
                    TargetGroup.MinFte _,
                    TargetGroup.Employees _,
                    TargetGroup.From _,
                    TargetGroup.Everyone _ -> Set.of();
        };
    }

    private static Set<String> levels(List<TargetGroup> groups) {
        Set<String> levels = new TreeSet<>();
        groups.forEach(group -> levels.addAll(levels(group)));
        return levels;
    }
}
