package no.kompetansebro.requirement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.LeadershipSchool;
import no.kompetansebro.learning.Programmes;

/**
 * What each leader level must have, read off the requirements and stored nowhere else: the requirements on people whose target
 * group names the level and, where the employer has a leadership school, whose competence one of its modules awards.
 *
 * @param byLevel the paths by leader level, each in the order of the catalogue
 * @param modules the school's modules in order
 */
public record LeaderPaths(SortedMap<String, List<RequirementCode>> byLevel, List<Module> modules) {

    public LeaderPaths {
        modules = List.copyOf(modules);
    }

    /**
     * A module of the school.
     *
     * @param ways all items of the award rules that the module is in, itself first: it, or what stands for it
     * @param competences what the rules award
     * @param requirements those of any path whose competence the module awards
     */
    public record Module(
            ItemCode item, Set<ItemCode> ways, Set<CompetenceCode> competences, Set<RequirementCode> requirements) {}

    /** The paths that these requirements make. */
    public static LeaderPaths of(
            List<Requirement> requirements, List<AwardRule> rules, Programmes programmes, LeadershipSchool school) {
        Map<ItemCode, Module> modules = new LinkedHashMap<>();
        school.modules().forEach(item -> modules.put(item, module(item, requirements, rules, programmes)));
        Set<RequirementCode> taught = new LinkedHashSet<>();
        modules.values().forEach(module -> taught.addAll(module.requirements()));
        SortedMap<String, List<RequirementCode>> paths = new TreeMap<>();
        for (Requirement requirement : requirements) {
            if (!school.exists() || taught.contains(requirement.code())) {
                levels(requirement)
                        .forEach(level -> paths.computeIfAbsent(level, _ -> new ArrayList<>())
                                .add(requirement.code()));
            }
        }
        return new LeaderPaths(paths, List.copyOf(modules.values()));
    }

    private static Module module(
            ItemCode item, List<Requirement> requirements, List<AwardRule> rules, Programmes programmes) {
        Set<ItemCode> ways = new LinkedHashSet<>(List.of(item));
        Set<CompetenceCode> competences = new LinkedHashSet<>();
        for (AwardRule rule : rules) {
            Set<ItemCode> items = programmes.expanded(rule.criterion()).allItems();
            if (items.contains(item)) {
                ways.addAll(items);
                competences.add(rule.competence());
            }
        }
        Set<RequirementCode> asking = new LinkedHashSet<>();
        for (Requirement requirement : requirements) {
            if (requirement.demand() instanceof Requirement.OfPeople demand
                    && competences.contains(demand.competence())
                    && !levels(requirement).isEmpty()) {
                asking.add(requirement.code());
            }
        }
        return new Module(item, ways, competences, asking);
    }

    /** The path of the level; empty where no requirement names it. */
    public List<RequirementCode> of(String level) {
        return byLevel.getOrDefault(level, List.of());
    }

    private static Set<String> levels(Requirement requirement) {
        return requirement.demand() instanceof Requirement.OfPeople demand ? levels(demand.targetGroup()) : Set.of();
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
