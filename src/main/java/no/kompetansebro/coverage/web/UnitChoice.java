package no.kompetansebro.coverage.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.UnitView.Option;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;

/** The units that a viewer may choose among, each below its parent. */
final class UnitChoice {

    private static final String INDENT = "\u00a0\u00a0\u00a0";

    private final Viewer viewer;
    private final UnitTree tree;

    UnitChoice(Viewer viewer, UnitTree tree) {
        this.viewer = viewer;
        this.tree = tree;
    }

    /** The unit that is shown when none is asked for: one that the viewer leads, else the topmost that it sees. */
    Optional<UnitCode> first() {
        return viewer.ledUnits().stream()
                .min(Comparator.comparingInt((UnitCode unit) -> tree.path(unit).size())
                        .thenComparing(unit -> unit))
                .or(() -> tops().stream().map(Unit::code).findFirst());
    }

    /** The unit, where the viewer may see it. */
    Optional<UnitCode> visible(UnitCode unit) {
        return tree.unit(unit).map(Unit::code).filter(viewer::sees);
    }

    List<Option> options(UnitCode chosen) {
        List<Option> options = new ArrayList<>();
        tops().forEach(top -> add(top, 0, chosen, options));
        return options;
    }

    private void add(Unit unit, int depth, UnitCode chosen, List<Option> options) {
        if (unit.endedOn().isEmpty()) {
            options.add(new Option(
                    unit.code().value(),
                    INDENT.repeat(depth) + unit.name(),
                    unit.code().equals(chosen)));
        }
        tree.children(unit.code()).forEach(child -> add(child, depth + 1, chosen, options));
    }

    /** The visible units whose parent is not. */
    private List<Unit> tops() {
        return tree.all().stream()
                .filter(unit -> viewer.sees(unit.code()))
                .filter(unit -> unit.parent().filter(viewer::sees).isEmpty())
                .toList();
    }
}
