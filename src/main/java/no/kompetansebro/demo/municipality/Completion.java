package no.kompetansebro.demo.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;

/** Makes the results by which a person fulfils a criterion, or comes only a part of the way. */
final class Completion {

    private static final int ROUND_WITH_HOURS = 40;
    private static final int ROUND = 12;

    private final DemoCatalogue catalogue;
    private final LearningLedger ledger;
    private final Person person;
    private final Chance chance;

    Completion(DemoCatalogue catalogue, LearningLedger ledger, Person person, Chance chance) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.person = person;
        this.chance = chance;
    }

    /** The policy of the part that has to be renewed first; for ever where none has to. */
    static ValidityPolicy tightest(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved achieved -> achieved.validity();
            case Criterion.All(List<Criterion> of) -> tightest(of);
            case Criterion.Any(List<Criterion> of) -> tightest(of);
            case Criterion.AtLeast(int _, List<Criterion> of) -> tightest(of);
            case Criterion.Hours hours ->
                hours.withinMonths()
                        .<ValidityPolicy>map(ValidityPolicy.Months::new)
                        .orElse(ValidityPolicy.FOREVER);
        };
    }

    private static ValidityPolicy tightest(List<Criterion> of) {
        return of.stream()
                .map(Completion::tightest)
                .reduce(ValidityPolicy.FOREVER, (one, other) -> months(one) <= months(other) ? one : other);
    }

    private static int months(ValidityPolicy policy) {
        return switch (policy) {
            case ValidityPolicy.Forever _ -> Integer.MAX_VALUE;
            case ValidityPolicy.Months(int months) -> months;
            case ValidityPolicy.RenewableMonths(int months, int _) -> months;
            case ValidityPolicy.EndOfYear(int years) -> 12 * years;
        };
    }

    /** How many days a round takes at most. */
    static int roundDays(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved _ -> 1;
            case Criterion.All(List<Criterion> of) -> longest(of);
            case Criterion.Any(List<Criterion> of) -> longest(of);
            case Criterion.AtLeast(int _, List<Criterion> of) -> longest(of);
            case Criterion.Hours _ -> ROUND_WITH_HOURS;
        };
    }

    private static int longest(List<Criterion> of) {
        return Math.max(ROUND, of.stream().mapToInt(Completion::roundDays).max().orElse(ROUND));
    }

    /** Fulfils the criterion on the day, with its parts on that day and shortly before. */
    void complete(Criterion criterion, LocalDate on) {
        switch (criterion) {
            case Criterion.Achieved achieved -> achieve(achieved, on);
            case Criterion.All(List<Criterion> of) -> completeAll(of, on);
            case Criterion.Any(List<Criterion> of) -> complete(preferred(of), on);
            case Criterion.AtLeast(int count, List<Criterion> of) ->
                completeAll(chance.shuffled(of).subList(0, count), on);
            case Criterion.Hours hours -> collect(hours, on, hours.atLeast());
        }
    }

    private Criterion preferred(List<Criterion> of) {
        return chance.happens(0.75) ? of.getFirst() : chance.pick(of);
    }

    private void completeAll(List<Criterion> of, LocalDate on) {
        LocalDate day = on;
        for (Criterion part : of) {
            complete(part, day);
            day = day.minusDays(chance.between(0, 3));
        }
    }

    private void achieve(Criterion.Achieved achieved, LocalDate on) {
        Optional<BigDecimal> score =
                achieved.minScore().map(least -> BigDecimal.valueOf(chance.between(least.intValue() / 5, 20) * 5L));
        result(achieved.item(), on, score);
    }

    private void collect(Criterion.Hours hours, LocalDate last, BigDecimal wanted) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; sum.compareTo(wanted) < 0; i++) {
            ItemCode item = hours.items().get(i % hours.items().size());
            result(item, last.minusDays(10L * i), Optional.empty());
            sum = sum.add(catalogue.hours(item));
        }
    }

    /** Comes a part of the way: a test not passed, some parts, some of the hours. */
    void attempt(Criterion criterion, LocalDate on) {
        switch (criterion) {
            case Criterion.Achieved achieved ->
                achieved.minScore()
                        .ifPresent(least -> result(
                                achieved.item(),
                                on,
                                Optional.of(BigDecimal.valueOf(chance.between(6, least.intValue() / 5 - 1) * 5L))));
            case Criterion.All(List<Criterion> of) -> completeAll(of.subList(0, of.size() / 2), on);
            case Criterion.AtLeast(int count, List<Criterion> of) -> completeAll(of.subList(0, count - 1), on);
            case Criterion.Hours hours -> collect(hours, on, hours.atLeast().multiply(new BigDecimal("0.3")));
            case Criterion.Any _ -> {}
        }
    }

    private void result(ItemCode item, LocalDate on, Optional<BigDecimal> score) {
        ledger.result(person, item.value(), on, score, catalogue.source(item));
    }
}
