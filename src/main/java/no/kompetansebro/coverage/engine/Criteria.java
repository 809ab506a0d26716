package no.kompetansebro.coverage.engine;

import java.util.List;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.shared.Timeline;

/** Turns a criterion into the dates on which it holds, as known on a day (coverage.md section 3). */
final class Criteria {

    private Criteria() {}

    /** The dates on which the criterion holds, by the results achieved on or before the day. */
    static Timeline timeline(Criterion criterion, Ledger ledger, int knownOn) {
        return switch (criterion) {
            case Criterion.Achieved achieved ->
                Validity.timeline(achieved.validity(), counting(achieved, ledger, knownOn));
            case Criterion.All(List<Criterion> of) -> all(of, ledger, knownOn);
            case Criterion.Any(List<Criterion> of) -> Timeline.anyOf(each(of, ledger, knownOn));
            case Criterion.AtLeast(int count, List<Criterion> of) -> Timeline.atLeast(count, each(of, ledger, knownOn));
            case Criterion.Hours hours -> new Hours(hours, ledger, knownOn).enough();
        };
    }

    /** The results that count: those with enough score. */
    static List<Achievement> counting(Criterion.Achieved achieved, Ledger ledger, int knownOn) {
        List<Achievement> results = ledger.of(achieved.item(), knownOn);
        if (achieved.minScore().isEmpty() || results.isEmpty()) {
            return results;
        }
        return results.stream()
                .filter(result -> result.reaches(achieved.minScore()))
                .toList();
    }

    private static Timeline all(List<Criterion> of, Ledger ledger, int knownOn) {
        Timeline all = Timeline.ALWAYS;
        for (int i = 0; i < of.size() && !all.isEmpty(); i++) {
            all = all.intersection(timeline(of.get(i), ledger, knownOn));
        }
        return all;
    }

    private static Timeline[] each(List<Criterion> of, Ledger ledger, int knownOn) {
        Timeline[] each = new Timeline[of.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = timeline(of.get(i), ledger, knownOn);
        }
        return each;
    }
}
