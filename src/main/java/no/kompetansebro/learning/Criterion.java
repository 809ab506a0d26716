package no.kompetansebro.learning;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.ValidityPolicy;

/** What must be achieved: a tree, each node of which holds on a set of dates (coverage.md section 3). */
public sealed interface Criterion {

    /** Every item that it looks at, in the order in which they stand. */
    default Set<ItemCode> allItems() {
        Set<ItemCode> items = new LinkedHashSet<>();
        switch (this) {
            case Achieved achieved -> items.add(achieved.item());
            case All(var of) -> of.forEach(each -> items.addAll(each.allItems()));
            case Any(var of) -> of.forEach(each -> items.addAll(each.allItems()));
            case AtLeast(int _, var of) -> of.forEach(each -> items.addAll(each.allItems()));
            case Hours hours -> items.addAll(hours.items());
        }
        return items;
    }

    /** A result in the item, with at least the score (0–100) where one is set, valid as the policy says. */
    record Achieved(ItemCode item, Optional<BigDecimal> minScore, ValidityPolicy validity) implements Criterion {}

    /** Every one of them. */
    record All(List<Criterion> of) implements Criterion {
        public All {
            of = notEmpty(of);
        }
    }

    /** Any one of them. */
    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = notEmpty(of);
        }
    }

    /** At least {@code count} (1 to n) of them. */
    record AtLeast(int count, List<Criterion> of) implements Criterion {
        public AtLeast {
            of = notEmpty(of);
            if (count < 1 || count > of.size()) {
                throw new IllegalArgumentException("count must be 1 to " + of.size());
            }
        }
    }

    /** At least {@code atLeast} hours in the items together, each counting for {@code withinMonths} months or for ever. */
    record Hours(BigDecimal atLeast, List<ItemCode> items, Optional<Integer> withinMonths) implements Criterion {
        public Hours {
            items = notEmpty(items);
            if (atLeast.signum() <= 0) {
                throw new IllegalArgumentException("hours must be more than 0");
            }
            if (withinMonths.isPresent() && (withinMonths.get() < 1 || withinMonths.get() > 1200)) {
                throw new IllegalArgumentException("withinMonths must be 1 to 1200");
            }
        }
    }

    private static <T> List<T> notEmpty(List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("the list must not be empty");
        }
        return List.copyOf(list);
    }
}
