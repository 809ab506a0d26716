package no.kompetansebro.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what goes round in circles among things that lead to others; in time that grows with the number of them. */
final class Circles {

    private Circles() {}

    /**
     * What is in a circle, or between two, as its keys; and all else in an order in which nothing comes before what it leads
     * to. What is led to and is no key leads nowhere.
     */
    record Found(Set<String> circles, List<String> order) {}

    static Found in(Map<String, Collection<String>> leads) {
        Map<String, Collection<String>> backwards = new HashMap<>();
        leads.forEach((from, to) -> {
            backwards.computeIfAbsent(from, _ -> new ArrayList<>());
            to.forEach(each ->
                    backwards.computeIfAbsent(each, _ -> new ArrayList<>()).add(from));
        });
        Map<String, Collection<String>> forwards = new HashMap<>();
        backwards.keySet().forEach(each -> forwards.put(each, List.of()));
        forwards.putAll(leads);
        List<String> order = peeled(forwards, backwards);
        Map<String, Collection<String>> rest = new HashMap<>(backwards);
        peeled(backwards, forwards).forEach(rest::remove);
        order.forEach(rest::remove);
        return new Found(Set.copyOf(rest.keySet()), order);
    }

    /** What leads nowhere, then what leads to that only, and so on. */
    private static List<String> peeled(
            Map<String, Collection<String>> leads, Map<String, Collection<String>> backwards) {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        leads.forEach((from, to) -> {
            open.put(from, to.size());
            if (to.isEmpty()) {
                next.add(from);
            }
        });
        List<String> peeled = new ArrayList<>();
        while (!next.isEmpty()) {
            String each = next.remove();
            peeled.add(each);
            for (String from : backwards.getOrDefault(each, List.of())) {
                if (open.merge(from, -1, Integer::sum) == 0) {
                    next.add(from);
                }
            }
        }
        return peeled;
    }
}
