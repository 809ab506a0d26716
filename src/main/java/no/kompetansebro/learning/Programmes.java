package no.kompetansebro.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How programmes are achieved by their parts (ADR 9). A programme with parts is achieved by a result of its own; by all its parts; or by
 * a result in an earlier version of it, together with the parts that the earlier version did not have.
 */
public final class Programmes {

    private final Map<ItemCode, Item.Composition> compositions = new HashMap<>();

    private Programmes(Collection<Item> items) {
        items.forEach(item -> compositions.put(item.code(), item.composition()));
    }

    /** Those among the items. No part may contain itself, and no version replace itself, through others. */
    public static Programmes of(Collection<Item> items) {
        return new Programmes(items);
    }

    /** The parts of the item in their order; none where it is no programme, or is not made of parts. */
    public List<ItemCode> parts(ItemCode item) {
        return compositions.getOrDefault(item, Item.Composition.NONE).parts();
    }

    /** The earlier versions of the programme, the latest first. */
    public List<ItemCode> earlier(ItemCode programme) {
        List<ItemCode> earlier = new ArrayList<>();
        Optional<ItemCode> next = replaced(programme);
        while (next.isPresent()) {
            earlier.add(next.get());
            next = replaced(next.get());
        }
        return earlier;
    }

    private Optional<ItemCode> replaced(ItemCode item) {
        return compositions.getOrDefault(item, Item.Composition.NONE).replaces();
    }

    /** The parts of the programme that its earlier version did not have. */
    public List<ItemCode> since(ItemCode earlier, ItemCode programme) {
        List<ItemCode> former = parts(earlier);
        return parts(programme).stream().filter(part -> !former.contains(part)).toList();
    }

    /** The earlier versions that make less of the programme needed than all its parts. */
    public List<ItemCode> countingVersions(ItemCode programme) {
        List<ItemCode> parts = parts(programme);
        return earlier(programme).stream()
                .filter(earlier -> since(earlier, programme).size() < parts.size())
                .toList();
    }

    /**
     * The criterion with each result in a programme that has parts replaced by all the ways there are to achieve it: its
     * own result, all parts, an earlier version and what is new since. A least score asks for the programme's own result only.
     */
    public Criterion expanded(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved achieved -> parts(achieved.item()).isEmpty() ? achieved : ways(achieved);
            case Criterion.All(var of) -> new Criterion.All(expanded(of));
            case Criterion.Any(var of) -> new Criterion.Any(expanded(of));
            case Criterion.AtLeast(int count, var of) -> new Criterion.AtLeast(count, expanded(of));
            case Criterion.Hours hours -> hours;
        };
    }

    private List<Criterion> expanded(List<Criterion> of) {
        return of.stream().map(this::expanded).toList();
    }

    private Criterion ways(Criterion.Achieved programme) {
        List<Criterion> ways = new ArrayList<>();
        ways.add(programme);
        ways.add(new Criterion.All(each(parts(programme.item()), programme)));
        for (ItemCode earlier : countingVersions(programme.item())) {
            Criterion own = new Criterion.Achieved(earlier, Optional.empty(), programme.validity());
            List<Criterion> since = each(since(earlier, programme.item()), programme);
            ways.add(
                    since.isEmpty()
                            ? own
                            : new Criterion.All(Stream.concat(Stream.of(own), since.stream())
                                    .toList()));
        }
        return new Criterion.Any(ways);
    }

    private List<Criterion> each(List<ItemCode> parts, Criterion.Achieved programme) {
        return parts.stream()
                .map(part -> expanded(new Criterion.Achieved(part, Optional.empty(), programme.validity())))
                .toList();
    }

    /** The parts of the programme that one who has results in these items need not take any more, in their order. */
    public List<ItemCode> done(ItemCode programme, Set<ItemCode> achieved) {
        List<ItemCode> parts = parts(programme);
        if (isAchieved(programme, achieved)) {
            return parts;
        }
        Set<ItemCode> had = new HashSet<>();
        countingVersions(programme).stream().filter(achieved::contains).forEach(version -> had.addAll(parts(version)));
        return parts.stream()
                .filter(part -> had.contains(part) || isAchieved(part, achieved))
                .toList();
    }

    /** Whether results in these items achieve the item, whatever their dates and scores. */
    public boolean isAchieved(ItemCode item, Set<ItemCode> achieved) {
        return achieved.contains(item)
                || (!parts(item).isEmpty() && areAchieved(parts(item), achieved))
                || countingVersions(item).stream()
                        .anyMatch(earlier -> achieved.contains(earlier) && areAchieved(since(earlier, item), achieved));
    }

    private boolean areAchieved(List<ItemCode> items, Set<ItemCode> achieved) {
        return items.stream().allMatch(item -> isAchieved(item, achieved));
    }

    /** The programmes that the item is a part of, directly or through other programmes. */
    public Set<ItemCode> containing(ItemCode item) {
        Set<ItemCode> containing = new HashSet<>();
        List<ItemCode> next = List.of(item);
        while (!next.isEmpty()) {
            List<ItemCode> parts = next;
            next = compositions.entrySet().stream()
                    .filter(each -> each.getValue().parts().stream().anyMatch(parts::contains))
                    .map(Map.Entry::getKey)
                    .filter(containing::add)
                    .toList();
        }
        return containing;
    }
}
