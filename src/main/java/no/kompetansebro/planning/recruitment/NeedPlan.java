package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a unit, or the whole employer, has said that it needs to recruit, and how many it assumes to leave.
 *
 * @param version that whoever changes it has seen; 0 before the first
 * @param needs people to recruit, by position and year
 * @param turnover percent a year, by position; {@link #OTHERS} for all that have none of their own
 */
record NeedPlan(int version, SortedMap<String, SortedMap<Integer, Integer>> needs, Map<String, BigDecimal> turnover) {

    /** In place of a position's code: every other position. */
    static final String OTHERS = "";

    static final NeedPlan NONE = new NeedPlan(0, new TreeMap<>(), Map.of());

    int need(String position, int year) {
        SortedMap<Integer, Integer> years = needs.get(position);
        return years == null ? 0 : years.getOrDefault(year, 0);
    }

    NavigableSet<String> positions() {
        NavigableSet<String> positions = new TreeSet<>(needs.keySet());
        turnover.keySet().stream().filter(code -> !code.equals(OTHERS)).forEach(positions::add);
        return positions;
    }
}
