package no.kompetansebro.coverage.engine;

import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.Timeline;

/**
 * What a criterion still lacks to hold on a target day, when chosen items are achieved on an earlier day, or on it, with
 * full score and nominal hours. A programme with parts is not chosen itself: its parts are.
 */
final class Missing {

    /** More items than any rule has: it cannot be done. */
    static final int NEVER = 1_000_000;

    private final Ledger ledger;
    private final Holdings holdings;
    private final int day;
    private final int target;
    private final Map<Criterion.Achieved, Integer> leaves = new HashMap<>();
    private final Map<Criterion.Hours, BigDecimal> hours = new HashMap<>();

    Missing(Ledger ledger, Holdings holdings, int day, int target) {
        this.ledger = ledger;
        this.holdings = holdings;
        this.day = day;
        this.target = target;
    }

    /** No fewer items than this must be added to the chosen; {@link #NEVER} when none are enough; 0 exactly when it holds. */
    int of(Criterion criterion, Set<ItemCode> chosen) {
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
        if (holdings.isMadeOfParts(achieved.item())) {
            return NEVER;
        }
        Achievement hypothetical =
                new Achievement(day, Link.NO_END, BigDecimal.ZERO, Result.of(achieved.item(), Timeline.date(day)));
        List<Achievement> more =
                Stream.concat(counting.stream(), Stream.of(hypothetical)).toList();
        return Validity.timeline(achieved.validity(), more).containsDay(target) ? 1 : NEVER;
    }

    private int missing(int count, List<Criterion> of, Set<ItemCode> chosen) {
        return of.stream()
                .map(each -> of(each, chosen))
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
    Stream<ItemCode> options(Criterion criterion, Set<ItemCode> chosen) {
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
            int missing = of(each, chosen);
            return missing > 0 && missing < NEVER;
        });
    }
}
