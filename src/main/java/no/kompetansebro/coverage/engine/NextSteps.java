package no.kompetansebro.coverage.engine;

import static java.util.Comparator.comparingInt;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;

/**
 * Searches for the smallest set of items that, achieved on a day with full score and nominal hours, makes a criterion
 * hold on a target day (coverage.md section 11). Exact, by trying one item, two, three …, and at each step only items of
 * which one is certainly missing; of equally small sets the one whose items stand first in the rules. Beyond
 * {@link #STEPS} tries it settles for a set of which no item can be left out.
 */
final class NextSteps {

    private static final int STEPS = 20_000;

    private final Missing missing;
    private int steps;

    NextSteps(Missing missing) {
        this.missing = missing;
    }

    /** The items, in the order of the rules; none when no set of items would do. */
    List<ItemCode> smallest(Holding holding) {
        if (holding.criteria().isEmpty()) {
            return List.of();
        }
        Criterion any = new Criterion.Any(holding.criteria());
        int least = missing.of(any, Set.of());
        if (least == Missing.NEVER) {
            return List.of();
        }
        Set<ItemCode> smallest = smallest(any, least);
        return holding.items().stream().filter(smallest::contains).toList();
    }

    private Set<ItemCode> smallest(Criterion criterion, int least) {
        for (int size = least; steps < STEPS; size++) {
            Set<ItemCode> chosen = new HashSet<>();
            if (search(criterion, chosen, Set.of(), size)) {
                return chosen;
            }
        }
        return irreducible(criterion);
    }

    /** Adds to the chosen at most so many items; an excluded one has been tried in its place already. */
    private boolean search(Criterion criterion, Set<ItemCode> chosen, Set<ItemCode> excluded, int left) {
        int least = missing.of(criterion, chosen);
        if (least == 0 || least > left || ++steps > STEPS) {
            return least == 0;
        }
        Set<ItemCode> tried = new HashSet<>(excluded);
        for (ItemCode item : missing.options(criterion, chosen).toList()) {
            if (tried.add(item)) {
                chosen.add(item);
                if (search(criterion, chosen, tried, left - 1)) {
                    return true;
                }
                chosen.remove(item);
            }
        }
        return false;
    }

    private Set<ItemCode> irreducible(Criterion criterion) {
        Set<ItemCode> chosen = new LinkedHashSet<>();
        while (missing.of(criterion, chosen) > 0) {
            missing.options(criterion, chosen)
                    .min(comparingInt(item -> missing.of(criterion, with(chosen, item))))
                    .ifPresent(chosen::add);
        }
        for (ItemCode item : List.copyOf(chosen)) {
            chosen.remove(item);
            if (missing.of(criterion, chosen) > 0) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private static Set<ItemCode> with(Set<ItemCode> chosen, ItemCode item) {
        Set<ItemCode> more = new HashSet<>(chosen);
        more.add(item);
        return more;
    }
}
