package no.kompetansebro.planning.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Figures;

/**
 * Which rows of a table must not be shown to who may not see people: those about fewer than five people, and as many more as it
 * takes that none of the hidden can be computed from the total and the rows that are shown.
 *
 * @param rows places of the hidden rows
 * @param total whether the total is hidden too, and with it every row
 */
record SmallGroups(Set<Integer> rows, boolean total) {

    /** The fewest people that figures may be about. */
    static final int FEWEST = 5;

    private static final Group NOBODY = new Group(0, 0, 0);
    private static final SmallGroups EVERYTHING = new SmallGroups(Set.of(), true);

    /** What a row tells of so many people: {@code part} of the {@code whole}. */
    record Group(long people, long part, long whole) {

        boolean isSmall() {
            return whole > 0 && people < FEWEST;
        }

        /** All or nothing tells of each one in it. */
        boolean isExtreme() {
            return part == 0 || part == whole;
        }

        Group with(Group other) {
            return new Group(Math.max(people, other.people), part + other.part, whole + other.whole);
        }

        Group without(Group other) {
            return new Group(Math.max(0, people - other.people), part - other.part, whole - other.whole);
        }
    }

    /** The people of a row of figures, and how many of their pairs are covered. */
    static Group group(Figures figures) {
        return new Group(figures.employees(), figures.covered(), figures.pairs() - figures.exempt());
    }

    /** Days of people; they are part of nothing, so that never all or nothing of them is told. */
    static Group ofDays(long people, long days) {
        return new Group(people, days, 2 * days);
    }

    /** All groups together, where nobody is in two. */
    static Group sum(List<Group> groups) {
        return new Group(
                groups.stream().mapToLong(Group::people).sum(),
                groups.stream().mapToLong(Group::part).sum(),
                groups.stream().mapToLong(Group::whole).sum());
    }

    /** So many rows that their sum with what is shown gives nothing away of the total, which is hidden elsewhere. */
    static SmallGroups atLeastOne(List<Group> rows) {
        Set<Integer> hidden = new TreeSet<>();
        hideWithThem(hidden, NOBODY, rows);
        return new SmallGroups(hidden, false);
    }

    /** Of rows that sum to the total, but for what lies outside them all; those outside are a group like any other. */
    static SmallGroups of(List<Group> rows, Group total) {
        if (total.isSmall()) {
            return EVERYTHING;
        }
        Set<Integer> hidden = new TreeSet<>();
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).isSmall()).forEach(hidden::add);
        Group outside = outside(rows, total);
        if (!hidden.isEmpty() || outside.isSmall()) {
            hideWithThem(hidden, outside.isSmall() ? outside : NOBODY, rows);
        }
        return new SmallGroups(hidden, false);
    }

    /** Who is in two rows is counted twice: where the rows have more people than the total, what is outside cannot be told. */
    private static Group outside(List<Group> rows, Group total) {
        long people = rows.stream().mapToLong(Group::people).sum();
        Group rest = rows.stream().reduce(total, Group::without);
        return people > total.people() || rest.whole() <= 0
                ? NOBODY
                : new Group(total.people() - people, rest.part(), rest.whole());
    }

    /** What is hidden together is known together; so it holds a row of enough people, and neither all nor nothing. */
    private static void hideWithThem(Set<Integer> hidden, Group outside, List<Group> rows) {
        Group together = hidden.stream().map(rows::get).reduce(outside, Group::with);
        List<Integer> candidates = IntStream.range(0, rows.size())
                .filter(i -> !hidden.contains(i) && rows.get(i).whole() > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rows.get(i).isExtreme())
                        .thenComparingLong(i -> rows.get(i).whole()))
                .toList();
        for (int next : candidates) {
            if (together.people() >= FEWEST && !together.isExtreme()) {
                return;
            }
            hidden.add(next);
            together = together.with(rows.get(next));
        }
    }

    boolean hides(int row) {
        return total || rows.contains(row);
    }
}
