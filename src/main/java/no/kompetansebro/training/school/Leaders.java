package no.kompetansebro.training.school;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;

/**
 * All leaders on a date, and who is nearest above whom: who leads the next unit, upwards, that has another leader; from
 * the unit that somebody leads, or, of one who leads none, from the unit of the post.
 */
final class Leaders {

    private final UnitTree units;
    private final Map<EmployeeId, Leader> leaders = new LinkedHashMap<>();
    private final Map<UnitCode, Set<EmployeeId>> leading = new LinkedHashMap<>();

    Leaders(List<LeaderPost> posts, UnitTree units) {
        this.units = units;
        Map<EmployeeId, List<LeaderPost>> byEmployee = new LinkedHashMap<>();
        for (LeaderPost post : posts) {
            byEmployee.computeIfAbsent(post.employee(), _ -> new ArrayList<>()).add(post);
            post.leads()
                    .ifPresent(unit -> leading.computeIfAbsent(unit, _ -> new LinkedHashSet<>())
                            .add(post.employee()));
        }
        byEmployee.forEach((id, own) -> leaders.put(id, new Leader(id, own)));
    }

    /** By name. */
    Collection<Leader> all() {
        return leaders.values();
    }

    Optional<Leader> find(EmployeeId id) {
        return Optional.ofNullable(leaders.get(id));
    }

    /** Who leads the leader; nobody above the uppermost one. Never the leader. */
    Set<EmployeeId> nearest(Leader leader) {
        Set<EmployeeId> nearest = new LinkedHashSet<>();
        leader.posts().forEach(post -> nearest.addAll(nearest(post)));
        return nearest;
    }

    private Set<EmployeeId> nearest(LeaderPost post) {
        List<UnitCode> path = units.path(post.leads().orElse(post.unit())).stream()
                .map(Unit::code)
                .toList();
        return path.stream()
                .filter(unit -> post.leads().filter(unit::equals).isEmpty())
                .map(unit -> leading.getOrDefault(unit, Set.of()))
                .filter(above -> !above.isEmpty() && !above.contains(post.employee()))
                .findFirst()
                .orElse(Set.of());
    }

    /** The leaders whose nearest leader this one is, by name. */
    List<Leader> under(EmployeeId above) {
        return leaders.values().stream()
                .filter(leader -> nearest(leader).contains(above))
                .toList();
    }
}
