package no.kompetansebro.planning.reports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.kompetansebro.planning.reports.SmallGroups.Group;
import no.kompetansebro.planning.reports.Snapshot.Line;

/**
 * What is hidden of the requirements and of their categories. Requirements sum to their category, and categories to the total, so
 * each category is a table of its own; and where a category is hidden, its requirements must not give it away.
 */
record HiddenRequirements(SmallGroups requirements, SmallGroups categories) {

    static HiddenRequirements of(Snapshot snapshot) {
        Group total = SmallGroups.group(snapshot.total());
        List<Group> groups = groups(snapshot.categories());
        SmallGroups categories = SmallGroups.of(groups, total);
        Set<Integer> hidden = new TreeSet<>();
        IntStream.range(0, groups.size())
                .forEach(i -> hidden.addAll(
                        within(snapshot, snapshot.categories().get(i), groups.get(i), categories.hides(i))));
        return new HiddenRequirements(new SmallGroups(hidden, categories.total()), categories);
    }

    private static Set<Integer> within(Snapshot snapshot, Line category, Group total, boolean categoryIsHidden) {
        List<Line> lines = snapshot.requirements();
        List<Integer> own = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).category().equals(category.category()))
                .boxed()
                .toList();
        List<Group> groups = groups(own.stream().map(lines::get).toList());
        SmallGroups hidden = SmallGroups.of(groups, total);
        Set<Integer> places = new TreeSet<>();
        IntStream.range(0, own.size()).filter(hidden::hides).forEach(i -> places.add(own.get(i)));
        if (categoryIsHidden && places.isEmpty()) {
            SmallGroups.atLeastOne(groups).rows().forEach(i -> places.add(own.get(i)));
        }
        return places;
    }

    private static List<Group> groups(List<Line> lines) {
        return lines.stream().map(line -> SmallGroups.group(line.figures())).toList();
    }
}
