package no.kompetansebro.coverage.engine;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import no.kompetansebro.shared.Timeline;

/** A number of heads over time: by how much it changes, and when. */
final class Heads {

    private final TreeMap<Integer, Integer> changes = new TreeMap<>();

    /** One head more on these dates. */
    void add(Timeline dates) {
        for (int i = 0; i < dates.size(); i++) {
            changes.merge(dates.fromDay(i), 1, Integer::sum);
            changes.merge(dates.untilDay(i), -1, Integer::sum);
        }
    }

    /** All heads of the other as well. */
    void add(Heads other) {
        other.changes.forEach((day, change) -> changes.merge(day, change, Integer::sum));
    }

    /** The heads on the day. */
    int on(int day) {
        return changes.headMap(day, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The first later day on which there are fewer than so many. */
    OptionalInt fewerAfter(int day, int count) {
        int heads = on(day);
        for (Map.Entry<Integer, Integer> change : changes.tailMap(day, false).entrySet()) {
            heads += change.getValue();
            if (heads < count) {
                return OptionalInt.of(change.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
