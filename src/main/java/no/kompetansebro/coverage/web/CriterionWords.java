package no.kompetansebro.coverage.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.engine.Explanation.Counted;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.coverage.web.ExplanationView.Line;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.shared.DateInterval;

/** Puts the nodes of an award rule, and the results behind them, into words (coverage.md section 3). */
final class CriterionWords {

    private final Lexicon lexicon;
    private final Words words;
    private final Lines lines;
    private final Programmes programmes;

    CriterionWords(Lexicon lexicon, Words words) {
        this.lexicon = lexicon;
        this.words = words;
        this.lines = new Lines(words);
        this.programmes = lexicon.programmes();
    }

    Line line(Node node) {
        return programme(node).map(programme -> programme(programme, node)).orElseGet(() -> plain(node));
    }

    /** The programme that all the node's nodes are ways to achieve. */
    private Optional<Criterion.Achieved> programme(Node node) {
        return node.criterion() instanceof Criterion.Any(List<Criterion> of)
                        && of.getFirst() instanceof Criterion.Achieved programme
                        && of.size() > 1
                        && programmes.expanded(programme).equals(node.criterion())
                ? Optional.of(programme)
                : Optional.empty();
    }

    private Line programme(Criterion.Achieved programme, Node node) {
        List<Node> ways = node.nodes();
        List<Line> all = new ArrayList<>();
        all.add(plain(ways.get(0)));
        all.add(parts(ways.get(1), "coverage.criterion.programme.parts"));
        ways.stream()
                .skip(2)
                .map(way -> way.nodes().isEmpty() ? plain(way) : parts(way, "coverage.criterion.programme.since"))
                .forEach(all::add);
        String name = lexicon.name(programme.item(), words);
        return lines.judged(node.holds(), words.text("coverage.criterion.programme", name), all);
    }

    private Line parts(Node node, String key) {
        long done = node.nodes().stream().filter(Node::holds).count();
        return lines.judged(
                node.holds(),
                words.text(key, done, node.nodes().size()),
                node.nodes().stream().map(this::line).toList());
    }

    private Line plain(Node node) {
        return lines.judged(
                node.holds(),
                text(node),
                Stream.concat(node.nodes().stream().map(this::line), results(node))
                        .toList());
    }

    private Stream<Line> results(Node node) {
        boolean several = node.criterion() instanceof Criterion.Hours;
        if (node.results().isEmpty() && node.nodes().isEmpty()) {
            return Stream.of(lines.fact(words.text("coverage.result.none")));
        }
        return node.results().stream().map(counted -> lines.fact(result(counted, several)));
    }

    private String result(Counted counted, boolean named) {
        String achieved = words.date(counted.result().achievedOn());
        String text = named
                ? words.text("coverage.result.of", lexicon.name(counted.result().item(), words), achieved)
                : words.text("coverage.result", achieved);
        return text + ", " + counted.dates().map(this::valid).orElseGet(() -> tooLow(counted));
    }

    private String tooLow(Counted counted) {
        return counted.result()
                .score()
                .map(score -> words.text("coverage.result.tooLow", words.number(score)))
                .orElseGet(() -> words.text("coverage.result.noScore"));
    }

    String valid(DateInterval dates) {
        return dates.until().equals(LocalDate.MAX)
                ? words.text("coverage.valid.forever")
                : words.text("coverage.valid.through", words.lastDay(dates.until()));
    }

    private String text(Node node) {
        return switch (node.criterion()) {
            case Criterion.Achieved achieved -> achieved(achieved);
            case Criterion.All _ -> words.text("coverage.criterion.all");
            case Criterion.Any _ -> words.text("coverage.criterion.any");
            case Criterion.AtLeast(int count, var of) -> words.text("coverage.criterion.atLeast", count, of.size());
            case Criterion.Hours hours -> hours(hours, node.hours().orElse(BigDecimal.ZERO));
        };
    }

    private String achieved(Criterion.Achieved achieved) {
        String name = lexicon.name(achieved.item(), words);
        return achieved.minScore()
                        .map(score -> words.text("coverage.criterion.result.score", name, words.number(score)))
                        .orElseGet(() -> words.text("coverage.criterion.result", name))
                + ", " + validity(achieved.validity());
    }

    private String hours(Criterion.Hours hours, BigDecimal so) {
        String items =
                hours.items().stream().map(item -> lexicon.name(item, words)).collect(Collectors.joining(", "));
        String text = words.text("coverage.criterion.hours", words.number(hours.atLeast()), items, words.number(so));
        return hours.withinMonths()
                .map(months -> text + " " + words.text("coverage.criterion.hours.within", months))
                .orElse(text);
    }

    private String validity(ValidityPolicy policy) {
        return switch (policy) {
            case ValidityPolicy.Forever _ -> words.text("coverage.validity.forever");
            case ValidityPolicy.Months(int months) -> words.text("coverage.validity.months", months);
            case ValidityPolicy.RenewableMonths(int months, int window) ->
                words.text("coverage.validity.renewable", months, window);
            case ValidityPolicy.EndOfYear(int years) -> words.text("coverage.validity.endOfYear", years);
        };
    }
}
