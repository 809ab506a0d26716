package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.engine.Explanation.Counted;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** Tells of every node of a criterion whether it holds on a day, and by which results. */
record CriterionReader(Ledger ledger, int day) {

    Node read(Criterion criterion) {
        Optional<DateInterval> dates = Criteria.timeline(criterion, ledger, day).intervalContainingDay(day);
        return new Node(criterion, dates.isPresent(), dates, hours(criterion), results(criterion), nodes(criterion));
    }

    private List<Node> nodes(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved _, Criterion.Hours _ -> List.of();
            case Criterion.All(var of) -> of.stream().map(this::read).toList();
            case Criterion.Any(var of) -> of.stream().map(this::read).toList();
            case Criterion.AtLeast(int _, var of) -> of.stream().map(this::read).toList();
        };
    }

    private Optional<BigDecimal> hours(Criterion criterion) {
        return criterion instanceof Criterion.Hours node
                ? Optional.of(new Hours(node, ledger, day).on(day))
                : Optional.empty();
    }

    private List<Counted> results(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved achieved -> results(achieved);
            case Criterion.Hours node ->
                new Hours(node, ledger, day)
                        .results().stream()
                                .map(each -> counted(each, Hours.end(node, each.day())))
                                .toList();
            case Criterion.All _, Criterion.Any _, Criterion.AtLeast _ -> List.of();
        };
    }

    private List<Counted> results(Criterion.Achieved achieved) {
        List<Achievement> counting = Criteria.counting(achieved, ledger, day);
        int[] ends = Validity.ends(achieved.validity(), counting);
        List<Counted> counted = new ArrayList<>();
        int next = 0;
        for (Achievement each : ledger.of(achieved.item(), day)) {
            counted.add(
                    each.reaches(achieved.minScore())
                            ? counted(each, ends[next++])
                            : new Counted(each.result(), Optional.empty()));
        }
        return counted;
    }

    private static Counted counted(Achievement achievement, int end) {
        return new Counted(
                achievement.result(),
                Optional.of(new DateInterval(Timeline.date(achievement.day()), Timeline.date(end))));
    }
}
