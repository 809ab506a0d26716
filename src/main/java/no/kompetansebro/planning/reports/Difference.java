package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.tables.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a report that is another when the report is made again.
 *
 * @param then what it was; nothing where the row was not there
 * @param now what it is; nothing where the row is gone
 */
record Difference(String section, String row, String column, Cell then, Cell now) {

    /** All of them, in the order of the report; rows that have come stand last in their part. */
    static List<Difference> between(List<Section> then, List<Section> now) {
        Map<String, Section> earlier = byId(then);
        Map<String, Section> later = byId(now);
        List<Difference> all = new ArrayList<>();
        for (String id : union(earlier.keySet(), later.keySet())) {
            Section old = earlier.getOrDefault(id, later.getOrDefault(id, then.getFirst()));
            all.addAll(of(old, rows(earlier.get(id)), rows(later.get(id))));
        }
        return all;
    }

    private static List<Difference> of(Section section, Map<String, Row> then, Map<String, Row> now) {
        List<Difference> all = new ArrayList<>();
        for (String key : union(then.keySet(), now.keySet())) {
            Row old = then.get(key);
            Row fresh = now.get(key);
            for (int i = 0; i < section.columns().size(); i++) {
                Cell was = cell(old, i);
                Cell is = cell(fresh, i);
                if (!was.equals(is)) {
                    all.add(new Difference(
                            section.title(),
                            name(old, fresh),
                            section.columns().get(i).title(),
                            was,
                            is));
                }
            }
        }
        return all;
    }

    private static String name(@Nullable Row old, @Nullable Row fresh) {
        return old != null ? old.name() : fresh != null ? fresh.name() : "";
    }

    private static Cell cell(@Nullable Row row, int column) {
        return row == null ? Cell.NONE : row.cells().get(column);
    }

    private static Map<String, Row> rows(@Nullable Section section) {
        return section == null ? Map.of() : by(section.rows(), Row::key);
    }

    private static Map<String, Section> byId(List<Section> sections) {
        return by(sections, Section::id);
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, each -> each, (first, _) -> first, LinkedHashMap::new));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
