package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.engine.Explanation.Counted;
import no.kompetansebro.coverage.engine.Explanation.Direct;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.coverage.engine.Explanation.Rule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;

/** By what somebody holds what a requirement asks for: which of the alternatives, and when it was achieved. */
sealed interface Through {

    LocalDate on();

    /** A result in the item. */
    record AnItem(ItemCode item, LocalDate on) implements Through {}

    /** Evidence of the competence itself. */
    record Proof(Evidence.Kind kind, LocalDate on) implements Through {}

    /** The earliest of those that hold; empty where nothing does. */
    static Optional<Through> of(Explanation explanation) {
        LocalDate asOf = explanation.asOf();
        Stream<Through> learned = explanation.rules().stream()
                .map(Rule::criterion)
                .filter(Node::holds)
                .flatMap(node -> leaf(node, asOf).stream());
        Stream<Through> shown = explanation.evidence().stream()
                .filter(direct ->
                        direct.dates().filter(dates -> dates.contains(asOf)).isPresent())
                .map(Direct::evidence)
                .map(evidence -> new Proof(evidence.kind(), evidence.achievedOn()));
        return Stream.concat(learned, shown).min(Comparator.comparing(Through::on));
    }

    /** The result that made the node hold: the last of those that it needs. */
    private static Optional<Through> leaf(Node node, LocalDate asOf) {
        Stream<Through> own = node.results().stream()
                .filter(counted ->
                        counted.dates().filter(dates -> dates.contains(asOf)).isPresent())
                .map(Counted::result)
                .map(result -> new AnItem(result.item(), result.achievedOn()));
        Stream<Through> below = node.nodes().stream().filter(Node::holds).flatMap(each -> leaf(each, asOf).stream());
        Comparator<Through> byDate = Comparator.comparing(Through::on);
        return node.criterion() instanceof Criterion.Any
                ? below.min(byDate)
                : Stream.concat(own, below).max(byDate);
    }
}
