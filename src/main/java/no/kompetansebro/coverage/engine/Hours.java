package no.kompetansebro.coverage.engine;

import static java.util.Comparator.comparingInt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.shared.Timeline;

/** The sum of hours over time (coverage.md section 3). */
final class Hours {

    /** The hours become this many more, or fewer, on the day. */
    private record Change(int day, BigDecimal hours) {}

    private final Criterion.Hours node;
    private final Ledger ledger;
    private final int knownOn;

    Hours(Criterion.Hours node, Ledger ledger, int knownOn) {
        this.node = node;
        this.ledger = ledger;
        this.knownOn = knownOn;
    }

    /** The results that give hours, in order of their days. */
    List<Achievement> results() {
        List<Achievement> results = new ArrayList<>();
        node.items().stream().distinct().forEach(item -> results.addAll(ledger.of(item, knownOn)));
        results.sort(comparingInt(Achievement::day));
        return results;
    }

    /** The day on which the result's hours cease to count. */
    static int end(Criterion.Hours node, int day) {
        Optional<Integer> within = node.withinMonths();
        return within.isPresent() ? Calendar.monthsAfter(day, within.get()) : Timeline.FOR_EVER;
    }

    /** The hours together on the day. */
    BigDecimal on(int day) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Achievement result : results()) {
            if (result.day() <= day && day < end(node, result.day())) {
                sum = sum.add(result.hours());
            }
        }
        return sum;
    }

    /** The dates on which they are enough. */
    Timeline enough() {
        List<Change> changes = changes();
        Timeline enough = Timeline.NEVER;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < changes.size(); i++) {
            sum = sum.add(changes.get(i).hours());
            int until = i + 1 < changes.size() ? changes.get(i + 1).day() : Timeline.FOR_EVER;
            if (sum.compareTo(node.atLeast()) >= 0) {
                enough = enough.union(Timeline.ofDays(changes.get(i).day(), until));
            }
        }
        return enough;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Achievement result : results()) {
            changes.add(new Change(result.day(), result.hours()));
            int end = end(node, result.day());
            if (end != Timeline.FOR_EVER) {
                changes.add(new Change(end, result.hours().negate()));
            }
        }
        changes.sort(comparingInt(Change::day));
        return changes;
    }
}
