package no.kompetansebro.planning.wheel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;

/** Who delivers a task: the municipality (the top of the organisation), each section below it, or each unit at the bottom. */
enum WheelLevel {
    MUNICIPALITY,
    SECTION,
    UNIT;

    /** The units of the level that are current, within the area where there is one. */
    List<UnitCode> units(UnitTree tree, Optional<UnitCode> area) {
        Set<UnitCode> within = area.map(tree::within).orElse(Set.of());
        return tree.all().stream()
                .filter(unit -> unit.endedOn().isEmpty())
                .filter(unit -> area.isEmpty() || within.contains(unit.code()))
                .filter(unit -> isOf(unit, tree))
                .map(Unit::code)
                .toList();
    }

    private boolean isOf(Unit unit, UnitTree tree) {
        int depth = tree.path(unit.code()).size();
        return switch (this) {
            case MUNICIPALITY -> depth == 1;
            case SECTION -> depth == 2;
            case UNIT ->
                depth > 1
                        && tree.children(unit.code()).stream()
                                .allMatch(child -> child.endedOn().isPresent());
        };
    }
}
