package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** How far an employee has come in what a link shows. */
@Component
class Progress {

    static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Coverage coverage;
    private final Results results;

    private final LeaderPathsInForce paths;

    Progress(Coverage coverage, Results results, LeaderPathsInForce paths) {
        this.coverage = coverage;
        this.results = results;
        this.paths = paths;
    }

    /** Whether the catalogue (still) has what the link names. */
    boolean exists(Content content, Lexicon lexicon) {
        return switch (content) {
            case Content.OfItem(ItemCode item) -> lexicon.items().containsKey(item);
            case Content.OfPath _, Content.OfRequirements _ ->
                !requirements(content, lexicon).isEmpty();
        };
    }

    /** The requirements that the link is about, those that are there. */
    Collection<RequirementCode> requirements(Content content, Lexicon lexicon) {
        return switch (content) {
            case Content.OfItem _ -> List.of();
            case Content.OfPath(String level) -> paths.all().of(level);
            case Content.OfRequirements(List<RequirementCode> codes) ->
                codes.stream().filter(lexicon.requirements()::containsKey).toList();
        };
    }

    /**
     * The score of 0 to 100: a result's own score, 100 where it has none; of a programme without a result of its own the share of
     * its parts that are done; of requirements the share that is covered of those that bind the employee and are not exempt;
     * rounded down. Empty where there is nothing to tell.
     */
    Optional<BigDecimal> score(Content content, EmployeeId employee, LocalDate asOf, Lexicon lexicon) {
        return switch (content) {
            case Content.OfItem(ItemCode item) ->
                results.of(employee, item).stream()
                        .findFirst()
                        .map(result -> result.score().orElse(FULL).setScale(0, RoundingMode.DOWN))
                        .or(() -> share(parts(employee, item, lexicon)));
            case Content.OfPath _, Content.OfRequirements _ ->
                score(pairs(Viewer.ofEverything(), employee, asOf, requirements(content, lexicon)));
        };
    }

    /** A part of a programme, and whether it need not be taken any more. */
    record Part(ItemCode item, boolean done) {}

    /** How far the employee has come in the parts of the item, in their order; none where it is not made of parts. */
    List<Part> parts(EmployeeId employee, ItemCode item, Lexicon lexicon) {
        Programmes programmes = lexicon.programmes();
        List<ItemCode> parts = programmes.parts(item);
        if (parts.isEmpty()) {
            return List.of();
        }
        List<ItemCode> done = programmes.done(item, results.items(employee));
        return parts.stream().map(part -> new Part(part, done.contains(part))).toList();
    }

    /** The share of the parts that are done; empty where none is. */
    private static Optional<BigDecimal> share(List<Part> parts) {
        long done = parts.stream().filter(Part::done).count();
        return done == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(100 * done / parts.size()));
    }

    /** The results in an item, latest first. */
    List<Result> results(EmployeeId employee, ItemCode item) {
        return results.of(employee, item);
    }

    /** How the employee stands in those of the requirements that bind on the date, in the order of the requirements. */
    List<Pair> pairs(Viewer viewer, EmployeeId employee, LocalDate asOf, Collection<RequirementCode> requirements) {
        Set<RequirementCode> wanted = Set.copyOf(requirements);
        List<Pair> pairs = new ArrayList<>();
        coverage.pairs(viewer, Question.asOf(asOf).of(employee), pair -> {
            if (wanted.contains(pair.requirement())) {
                pairs.add(pair);
            }
        });
        return pairs;
    }

    static Optional<BigDecimal> score(List<Pair> pairs) {
        List<Pair> counted =
                pairs.stream().filter(pair -> pair.status() != Status.EXEMPT).toList();
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        long covered =
                counted.stream().filter(pair -> pair.status().isCovered()).count();
        return Optional.of(BigDecimal.valueOf(100 * covered / counted.size()));
    }
}
