package no.kompetansebro.coverage.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.Timeline;

/**
 * What it takes to hold a competence at a level (coverage.md section 4), or to have done a unit duty.
 *
 * @param criteria those of every award rule that gives the level or a higher one
 * @param items every item that the criteria look at
 * @param direct evidence that counts as well; a unit duty has none
 */
record Holding(List<Criterion> criteria, Set<ItemCode> items, Optional<Direct> direct) {

    /** Direct evidence of the competence, at the rank of the level or higher. */
    record Direct(CompetenceCode competence, int rank, ValidityPolicy validity) {

        Timeline timeline(Ledger ledger, int knownOn) {
            return Validity.timeline(validity, proofs(ledger, knownOn));
        }

        /** The evidence that counts. */
        List<Proof> proofs(Ledger ledger, int knownOn) {
            return ledger.of(competence, rank, knownOn);
        }
    }

    /** The dates on which it is held, by the facts achieved on or before the day. */
    Timeline knownOn(int day, Ledger ledger) {
        Timeline holding =
                direct.map(evidence -> evidence.timeline(ledger, day)).orElse(Timeline.NEVER);
        for (Criterion criterion : criteria) {
            holding = holding.union(Criteria.timeline(criterion, ledger, day));
        }
        return holding;
    }

    /** The holding as it was known over time. */
    Knowledge over(Ledger ledger) {
        int[] days = daysOfNews(ledger);
        if (days.length == 0) {
            return Knowledge.NOTHING;
        }
        int[] from = new int[days.length + 1];
        Timeline[] known = new Timeline[days.length + 1];
        from[0] = Timeline.SINCE_EVER;
        known[0] = Timeline.NEVER;
        int size = 1;
        for (int day : days) {
            Timeline now = knownOn(day, ledger);
            if (!now.equals(known[size - 1])) {
                from[size] = day;
                known[size++] = now;
            }
        }
        return new Knowledge(Arrays.copyOf(from, size), Arrays.copyOf(known, size));
    }

    private int[] daysOfNews(Ledger ledger) {
        Days days = new Days();
        for (ItemCode item : items) {
            days.addAll(ledger.of(item));
        }
        direct.ifPresent(evidence -> days.addAll(evidence.proofs(ledger, Timeline.FOR_EVER)));
        return days.inOrder();
    }

    /** Different days, collected. */
    private static final class Days {

        private int[] days = new int[4];
        private int size;

        void addAll(List<? extends Link> links) {
            for (int i = 0; i < links.size(); i++) {
                if (size == days.length) {
                    days = Arrays.copyOf(days, 2 * size);
                }
                days[size++] = links.get(i).day();
            }
        }

        int[] inOrder() {
            Arrays.sort(days, 0, size);
            int different = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || days[i] != days[i - 1]) {
                    days[different++] = days[i];
                }
            }
            return Arrays.copyOf(days, different);
        }
    }
}
