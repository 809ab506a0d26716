package no.kompetansebro.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Today's hierarchy of an employer's units, ended ones among them (coverage.md section 5). Ordered by code. */
public final class UnitTree {

    private final Map<UnitCode, Unit> units = new LinkedHashMap<>();
    private final Map<UnitCode, List<Unit>> children = new LinkedHashMap<>();
    private final List<Unit> roots = new ArrayList<>();

    public UnitTree(Collection<Unit> all) {
        all.stream().sorted((a, b) -> a.code().compareTo(b.code())).forEach(u -> units.put(u.code(), u));
        units.values().forEach(this::place);
    }

    private void place(Unit unit) {
        unit.parent()
                .filter(units::containsKey)
                .map(parent -> children.computeIfAbsent(parent, p -> new ArrayList<>()))
                .orElse(roots)
                .add(unit);
    }

    /** Every unit. */
    public Collection<Unit> all() {
        return Collections.unmodifiableCollection(units.values());
    }

    /** The unit with the code; empty where the employer has none. */
    public Optional<Unit> unit(UnitCode code) {
        return Optional.ofNullable(units.get(code));
    }

    /** The units without a parent. */
    public List<Unit> roots() {
        return Collections.unmodifiableList(roots);
    }

    /** The units directly below. */
    public List<Unit> children(UnitCode code) {
        return Collections.unmodifiableList(children.getOrDefault(code, List.of()));
    }

    /** The unit and all below it; empty where the employer has no such unit. */
    public Set<UnitCode> within(UnitCode code) {
        Set<UnitCode> found = new LinkedHashSet<>();
        Deque<UnitCode> open = new ArrayDeque<>();
        unit(code).ifPresent(u -> open.add(code));
        while (!open.isEmpty()) {
            UnitCode next = open.remove();
            if (found.add(next)) {
                children(next).forEach(child -> open.add(child.code()));
            }
        }
        return found;
    }

    /** The units and all below them. */
    public Set<UnitCode> within(Collection<UnitCode> codes) {
        Set<UnitCode> found = new LinkedHashSet<>();
        codes.forEach(code -> found.addAll(within(code)));
        return found;
    }

    /** The unit itself, its parent and so on up to the root. */
    public List<Unit> path(UnitCode code) {
        Set<Unit> path = new LinkedHashSet<>();
        Optional<Unit> next = unit(code);
        while (next.isPresent() && path.add(next.get())) {
            next = next.get().parent().flatMap(this::unit);
        }
        return List.copyOf(path);
    }
}
