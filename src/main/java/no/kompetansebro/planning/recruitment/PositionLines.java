package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.planning.recruitment.Outlooks.Outlook;

/**
 * A position in the years to come.
 *
 * @param need to be recruited, by the plan that is looked at
 * @param below the same by plans of units below
 * @param educated who are expected to have been educated
 */
record PositionLines(
        String position,
        String title,
        long people,
        BigDecimal fte,
        List<Integer> need,
        List<Integer> below,
        List<Departures.Year> departures,
        List<Integer> educated) {

    /** How many of those needed nobody is being educated for. */
    List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < need.size(); i++) {
            open.add(Math.max(0, need.get(i) + below.get(i) - educated.get(i)));
        }
        return open;
    }

    /** Of every position that somebody works in, is needed in or is educated for, by its title. */
    static List<PositionLines> of(Outlook outlook) {
        Map<String, Departures> departures =
                outlook.departures().stream().collect(Collectors.toMap(Departures::position, Function.identity()));
        NavigableSet<String> positions = new TreeSet<>(departures.keySet());
        positions.addAll(outlook.plan().positions());
        positions.addAll(outlook.below().keySet());
        positions.addAll(outlook.educated().keySet());
        return positions.stream()
                .map(position -> line(position, departures.getOrDefault(position, nobody(position, outlook)), outlook))
                .toList();
    }

    private static Departures nobody(String position, Outlook outlook) {
        return new Departures(
                position,
                position,
                0,
                BigDecimal.ZERO,
                outlook.horizon().years().stream()
                        .map(year -> new Departures.Year(year, 0, 0, 0, 1))
                        .toList());
    }

    private static PositionLines line(String position, Departures departures, Outlook outlook) {
        List<Integer> years = outlook.horizon().years();
        return new PositionLines(
                position,
                departures.title(),
                departures.people(),
                departures.fte(),
                years.stream().map(year -> outlook.plan().need(position, year)).toList(),
                each(years, outlook.below().getOrDefault(position, Map.of())),
                departures.years(),
                each(years, outlook.educated().getOrDefault(position, Map.of())));
    }

    private static List<Integer> each(List<Integer> years, Map<Integer, Integer> of) {
        return years.stream().map(year -> of.getOrDefault(year, 0)).toList();
    }
}
