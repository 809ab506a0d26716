package no.kompetansebro.demo.municipality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The unit tree with its staffing, as the resource {@code organisation.txt} draws it. */
final class Organisation {

    private static final Pattern LINE = Pattern.compile("( *)(\\S+)\\s+(\\S+)\\s+([^|]+?)(?:\\s*\\|\\s*(.+))?");

    private final List<Unit> units;
    private final Map<String, Unit> byCode;

    private Organisation(List<Unit> units) {
        this.units = List.copyOf(units);
        this.byCode = units.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    static Organisation parse(String drawing) {
        var units = new ArrayList<Unit>();
        Deque<String> path = new ArrayDeque<>();
        for (String line : drawing.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException("Not a unit: " + line);
            }
            while (path.size() > parts.group(1).length() / 2) {
                path.pop();
            }
            units.add(unit(parts, Optional.ofNullable(path.peek())));
            path.push(parts.group(2));
        }
        return new Organisation(units);
    }

    private static Unit unit(Matcher parts, Optional<String> parent) {
        return new Unit(
                parts.group(2), parent, parts.group(4), parts.group(3), staff(Optional.ofNullable(parts.group(5))));
    }

    private static SequencedMap<Position, Integer> staff(Optional<String> text) {
        var staff = new LinkedHashMap<Position, Integer>();
        String[] words = text.map(t -> t.split(" ")).orElse(new String[0]);
        for (int i = 0; i + 1 < words.length; i += 2) {
            staff.put(Position.valueOf(words[i]), Integer.valueOf(words[i + 1]));
        }
        return staff;
    }

    List<Unit> units() {
        return units;
    }

    /** Whether the unit is the ancestor or below it. */
    boolean isWithin(String unit, String ancestor) {
        return unit.equals(ancestor)
                || unit(unit)
                        .parent()
                        .filter(parent -> isWithin(parent, ancestor))
                        .isPresent();
    }

    /** The business unit that the unit is or belongs to; the unit itself above those. */
    String virksomhet(String unit) {
        Unit it = unit(unit);
        return it.kind().equals("avdeling") ? it.parent().orElse(unit) : unit;
    }

    /** The units in which somebody has the position. */
    List<String> unitsWith(Position position) {
        return units.stream()
                .filter(unit -> unit.staff().containsKey(position))
                .map(Unit::code)
                .toList();
    }

    private Unit unit(String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalStateException("The organisation has no unit " + code);
        }
        return unit;
    }
}
