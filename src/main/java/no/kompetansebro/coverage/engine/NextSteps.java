package no.kompetansebro.coverage.engine;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.Timeline;

/**
 * Searches for the smallest set of items that, achieved on a day with full score and nominal hours, makes a criterion
 * hold on a target day (coverage.md section 11). Exact, by trying one item, two, three …, and at each step only items of
 * which one is certainly missing; of equally small sets the one whose items stand first in the rules. Beyond
 * {@link #STEPS} tries it settles for a set of which no item can be left out.
 */
final class NextSteps {

    private static final int STEPS = 20_000;

    /** More items than any rule has: it cannot be done. */
    private static final int NEVER = 1_000_000;

    private final Ledger ledger;
    private final Holdings holdings;
    private final int day;
    private final int target;
    private final Map<Criterion.Achieved, Integer> leaves = new HashMap<>();
    private final Map<Criterion.Hours, BigDecimal> hours = new HashMap<>();
    private int steps;

    NextSteps(Ledger ledger, Holdings holdings, int day, int target) {
        this.ledger = ledger;
        this.holdings = holdings;
        this.day = day;
        this.target = target;
    }

    /** The items, in the order of the rules; none when no set of items would do. */
    List<ItemCode> smallest(Holding holding) {
        if (holding.criteria().isEmpty()) {
            return List.of();
        }
        Criterion any = new Criterion.Any(holding.criteria());
        int least = missing(any, Set.of());
        if (least == NEVER) {
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
        int missing = missing(criterion, chosen);
        if (missing == 0 || missing > left || ++steps > STEPS) {
            return missing == 0;
        }
        Set<ItemCode> tried = new HashSet<>(excluded);
        for (ItemCode item : options(criterion, chosen).toList()) {
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
        while (missing(criterion, chosen) > 0) {
            options(criterion, chosen)
                    .min(comparingInt(item -> missing(criterion, with(chosen, item))))
                    .ifPresent(chosen::add);
        }
        for (ItemCode item : List.copyOf(chosen)) {
            chosen.remove(item);
            if (missing(criterion, chosen) > 0) {
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

    /** No fewer items than this must be added; 0 exactly when it holds. */
    private int missing(Criterion criterion, Set<ItemCode> chosen) {
        return switch (criterion) {
            case Criterion.Achieved achieved -> missing(achieved, chosen);
            case Criterion.All(var of) -> missing(of.size(), of, chosen);
            case Criterion.Any(var of) -> missing(1, of, chosen);
            case Criterion.AtLeast(int count, var of) -> missing(count, of, chosen);
            case Criterion.Hours node -> missing(node, chosen);
        };
    }

    private int missing(Criterion.Achieved achieved, Set<ItemCode> chosen) {
        int alone = leaves.computeIfAbsent(achieved, this::missing);
        return alone == 1 && chosen.contains(achieved.item()) ? 0 : alone;
    }

    private int missing(Criterion.Achieved achieved) {
        List<Achievement> counting = Criteria.counting(achieved, ledger, day);
        if (Validity.timeline(achieved.validity(), counting).containsDay(target)) {
            return 0;
        }
        Achievement hypothetical =
                new Achievement(day, Link.NO_END, BigDecimal.ZERO, Result.of(achieved.item(), Timeline.date(day)));
        List<Achievement> more =
                Stream.concat(counting.stream(), Stream.of(hypothetical)).toList();
        return Validity.timeline(achieved.validity(), more).containsDay(target) ? 1 : NEVER;
    }

    private int missing(int count, List<Criterion> of, Set<ItemCode> chosen) {
        return of.stream()
                .map(each -> missing(each, chosen))
                .sorted()
                .skip(count - 1L)
                .findFirst()
                .orElse(NEVER);
    }

    private int missing(Criterion.Hours node, Set<ItemCode> chosen) {
        BigDecimal open = node.atLeast().subtract(hours.computeIfAbsent(node, this::hoursSoFar));
        for (ItemCode item : Set.copyOf(node.items())) {
            open = chosen.contains(item) ? open.subtract(hoursOf(item, node)) : open;
        }
        int missing = 0;
        for (BigDecimal most : offered(node, chosen)
                .map(item -> hoursOf(item, node))
                .sorted(reverseOrder())
                .toList()) {
            if (open.signum() > 0) {
                open = open.subtract(most);
                missing++;
            }
        }
        return open.signum() > 0 ? NEVER : missing;
    }

    private BigDecimal hoursSoFar(Criterion.Hours node) {
        return new Hours(node, ledger, day).on(target);
    }

    private BigDecimal hoursOf(ItemCode item, Criterion.Hours node) {
        return target < Hours.end(node, day) ? holdings.nominalHours(item) : BigDecimal.ZERO;
    }

    private Stream<ItemCode> offered(Criterion.Hours node, Set<ItemCode> chosen) {
        return node.items().stream()
                .distinct()
                .filter(item -> !chosen.contains(item))
                .filter(item -> hoursOf(item, node).signum() > 0);
    }

    /** Items of which at least one is in every set that, with the chosen, makes it hold. */
    private Stream<ItemCode> options(Criterion criterion, Set<ItemCode> chosen) {
        return switch (criterion) {
            case Criterion.Achieved achieved -> Stream.of(achieved.item());
            case Criterion.All(var of) -> open(of, chosen).limit(1).flatMap(each -> options(each, chosen));
            case Criterion.Any(var of) -> open(of, chosen).flatMap(each -> options(each, chosen));
            case Criterion.AtLeast(int _, var of) -> open(of, chosen).flatMap(each -> options(each, chosen));
            case Criterion.Hours node -> offered(node, chosen);
        };
    }

    private Stream<Criterion> open(List<Criterion> of, Set<ItemCode> chosen) {
        return of.stream().filter(each -> {
            int missing = missing(each, chosen);
            return missing > 0 && missing < NEVER;
        });
    }
}
