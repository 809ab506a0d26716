package no.kompetansebro.planning.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;

/**
 * The units that a viewer compares: those as deep in the organisation as takes few questions to compare, and those above that have
 * none below them. So at an employer of ordinary size each unit that has none below it.
 *
 * @param depth how deep, the topmost units that the viewer sees being 1
 * @param deepest how deep the viewer's units go
 * @param units those compared
 * @param parents the units directly above them that the viewer sees: what must be asked about
 * @param kind what most of those at the depth are called
 */
record UnitLevel(int depth, int deepest, Set<UnitCode> units, Set<UnitCode> parents, Optional<String> kind) {

    static final int MOST_PARENTS = 60;

    static UnitLevel of(Viewer viewer, UnitTree tree) {
        Map<Unit, Integer> depths = depths(viewer, tree);
        int deepest = depths.values().stream().max(Comparator.naturalOrder()).orElse(1);
        UnitLevel level = at(deepest, deepest, depths, tree);
        while (level.parents().size() > MOST_PARENTS) {
            level = at(level.depth() - 1, deepest, depths, tree);
        }
        return level;
    }

    boolean isDeepest() {
        return depth == deepest;
    }

    private static UnitLevel at(int depth, int deepest, Map<Unit, Integer> depths, UnitTree tree) {
        Set<UnitCode> seen = depths.keySet().stream().map(Unit::code).collect(Collectors.toSet());
        List<Unit> compared = new ArrayList<>();
        depths.forEach((unit, at) -> {
            if (at == depth || (at < depth && tree.children(unit.code()).isEmpty())) {
                compared.add(unit);
            }
        });
        return new UnitLevel(
                depth,
                deepest,
                compared.stream().map(Unit::code).collect(Collectors.toSet()),
                compared.stream()
                        .flatMap(unit -> unit.parent().filter(seen::contains).stream())
                        .collect(Collectors.toSet()),
                mostly(compared.stream()
                        .filter(unit -> depths.getOrDefault(unit, 0) == depth)
                        .toList()));
    }

    private static Optional<String> mostly(List<Unit> units) {
        Map<String, Long> kinds = units.stream()
                .flatMap(unit -> unit.kind().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return kinds.entrySet().stream()
                .filter(kind -> 2 * kind.getValue() > units.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<Unit, Integer> depths(Viewer viewer, UnitTree tree) {
        Map<Unit, Integer> depths = new LinkedHashMap<>();
        tree.all().stream()
                .filter(unit -> viewer.sees(unit.code()))
                .forEach(unit -> depths.put(unit, (int) tree.path(unit.code()).stream()
                        .filter(above -> viewer.sees(above.code()))
                        .count()));
        return depths;
    }
}
