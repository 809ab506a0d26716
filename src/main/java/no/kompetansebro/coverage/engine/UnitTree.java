package no.kompetansebro.coverage.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;

/** Today's tree of units, numbered so that all units below one are a range. */
final class UnitTree {

    /** The numbers of a unit and all below it: {@code [first, end)}. */
    private record Range(int first, int end) {}

    private final Map<UnitCode, List<UnitCode>> children = new HashMap<>();
    private final Map<UnitCode, Range> ranges = new HashMap<>();

    UnitTree(List<Unit> units) {
        Map<UnitCode, Unit> byCode = new HashMap<>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        List<UnitCode> roots = new ArrayList<>();
        for (Unit unit : units) {
            Optional<UnitCode> parent = unit.parent().filter(byCode::containsKey);
            parent.map(code -> children.computeIfAbsent(code, _ -> new ArrayList<>()))
                    .orElse(roots)
                    .add(unit.code());
        }
        int next = 0;
        for (UnitCode root : roots) {
            next = number(root, next);
        }
        if (ranges.size() < byCode.size()) {
            throw new IllegalArgumentException("the units form a cycle");
        }
    }

    private int number(UnitCode unit, int first) {
        int next = first + 1;
        for (UnitCode child : children.getOrDefault(unit, List.of())) {
            next = number(child, next);
        }
        ranges.put(unit, new Range(first, next));
        return next;
    }

    /** Whether the unit is the upper one or below it. */
    boolean within(UnitCode unit, UnitCode upper) {
        Range range = ranges.get(unit);
        Range above = ranges.get(upper);
        return range != null && above != null && above.first() <= range.first() && range.first() < above.end();
    }
}
