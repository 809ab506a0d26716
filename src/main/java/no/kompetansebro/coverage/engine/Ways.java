package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.Timeline;

/** What it takes to come to hold what a requirement on people, or a minimum, asks for (coverage.md section 11). */
public final class Ways {

    private final Holdings holdings;
    private final Map<RequirementCode, Integer> numbers;

    Ways(Holdings holdings, Map<RequirementCode, Integer> numbers) {
        this.holdings = holdings;
        this.numbers = Map.copyOf(numbers);
    }

    /** Every item that the rules look at, in their order; none for a requirement that asks for no competence. */
    public Set<ItemCode> items(RequirementCode requirement) {
        return holding(requirement).map(Holding::items).orElse(Set.of());
    }

    /** The competence that it asks for. */
    public Optional<CompetenceCode> competence(RequirementCode requirement) {
        return holding(requirement).flatMap(Holding::direct).map(Holding.Direct::competence);
    }

    /** The item that is the smallest set for whoever does not hold it, whatever they have done; empty where that matters. */
    public Optional<ItemCode> single(RequirementCode requirement) {
        return holding(requirement)
                .flatMap(holding ->
                        holding.criteria().stream().flatMap(this::alternatives).findFirst())
                .flatMap(first ->
                        first instanceof Criterion.Achieved achieved ? Optional.of(achieved.item()) : Optional.empty());
    }

    private Stream<Criterion> alternatives(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Achieved achieved ->
                holdings.isMadeOfParts(achieved.item()) ? Stream.empty() : Stream.of(achieved);
            case Criterion.Any(var of) -> of.stream().flatMap(this::alternatives);
            case Criterion.AtLeast(int count, var of)
            when count == 1 -> of.stream().flatMap(this::alternatives);
            case Criterion.All(var of) when of.size() == 1 -> of.stream().flatMap(this::alternatives);
            case Criterion.All _, Criterion.AtLeast _, Criterion.Hours _ -> Stream.of(criterion);
        };
    }

    /**
     * The smallest set of items that gives it on the day to somebody with these results and evidence, of equally small ones
     * that whose items stand first in the rules; none where it is held, or no items would do.
     */
    public List<ItemCode> smallest(
            RequirementCode requirement, List<Result> results, List<Evidence> evidence, LocalDate on) {
        int day = Timeline.day(on);
        return holding(requirement)
                .map(holding -> new NextSteps(new Missing(holdings.ledger(results, evidence), holdings, day, day))
                        .smallest(holding))
                .orElse(List.of());
    }

    private Optional<Holding> holding(RequirementCode requirement) {
        return Optional.ofNullable(numbers.get(requirement)).map(holdings::get);
    }
}
