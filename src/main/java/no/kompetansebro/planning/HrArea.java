package no.kompetansebro.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What HR may plan for: the units of its grants with all below them, or everything. */
@Component
@Transactional(readOnly = true)
public class HrArea {

    private final Units units;

    HrArea(Units units) {
        this.units = units;
    }

    /** Of nothing in particular means of everybody. */
    public boolean isOf(Viewer viewer, Optional<UnitCode> unit) {
        return viewer.everything()
                || unit.filter(each -> units.tree().within(viewer.hrUnits()).contains(each))
                        .isPresent();
    }

    /** Whether there is such a unit, ended or not. */
    public boolean exists(UnitCode unit) {
        return units.tree().unit(unit).isPresent();
    }

    /** The units that may be chosen, each before those below it. */
    public List<Choice> choices(Viewer viewer) {
        UnitTree tree = units.tree();
        Set<UnitCode> seen = viewer.everything() ? tree.within(codes(tree.roots())) : tree.within(viewer.hrUnits());
        List<Choice> choices = new ArrayList<>();
        seen.stream()
                .flatMap(code -> tree.unit(code).stream())
                .filter(unit -> unit.parent().filter(seen::contains).isEmpty())
                .forEach(top -> add(top, 0, tree, choices));
        return choices;
    }

    private static List<UnitCode> codes(List<Unit> units) {
        return units.stream().map(Unit::code).toList();
    }

    private static void add(Unit unit, int depth, UnitTree tree, List<Choice> choices) {
        if (unit.endedOn().isEmpty()) {
            choices.add(new Choice(unit.code().value(), "\u2003".repeat(depth) + unit.name()));
            tree.children(unit.code()).forEach(child -> add(child, depth + 1, tree, choices));
        }
    }

    /** Something to choose. */
    public record Choice(String code, String name) {}
}
