package no.kompetansebro.coverage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.coverage.web.ExplanationView.Line;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** How the ways to achieve a programme read. */
class CriterionWordsTest {

    private static final Map<ItemCode, Item> ITEMS = new LinkedHashMap<>();

    static {
        item("dag-1", "Økonomi", Item.Composition.NONE);
        item("dag-2", "IT-ledelse", Item.Composition.NONE);
        item("gammel", "Lederdagene 2010", new Item.Composition(List.of(new ItemCode("dag-1")), Optional.empty()));
        item(
                "ny",
                "Lederdagene 2011",
                new Item.Composition(
                        List.of(new ItemCode("dag-1"), new ItemCode("dag-2")), Optional.of(new ItemCode("gammel"))));
    }

    private final Lexicon lexicon = new Lexicon(new LinkedHashMap<>(), Map.of(), ITEMS, new UnitTree(List.of()));

    @Test
    void namesThePartThatIsMissingInEachWay() {
        Criterion rule = lexicon.programmes().expanded(result("ny"));

        assertThat(read(rule, Set.of("gammel", "dag-1")))
                .containsExactly(
                        "no «Lederdagene 2011», på én av disse måtene:",
                        " no «Lederdagene 2011», gjelder for alltid",
                        " no Alle delene: 1 av 2 på plass",
                        "  yes «Økonomi», gjelder for alltid",
                        "  no «IT-ledelse», gjelder for alltid",
                        " no Tidligere versjon og det som er nytt siden: 1 av 2 på plass",
                        "  yes «Lederdagene 2010», gjelder for alltid",
                        "  no «IT-ledelse», gjelder for alltid");
        assertThat(read(rule, Set.of("ny")).getFirst()).startsWith("yes");
    }

    @Test
    void leavesAnyAsItIsWhereItIsNoProgramme() {
        Criterion any = new Criterion.Any(List.of(result("ny"), result("dag-1")));

        assertThat(read(any, Set.of()).getFirst()).isEqualTo("no Minst ett av dette:");
    }

    private List<String> read(Criterion criterion, Set<String> done) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/coverage");
        messages.setDefaultEncoding("UTF-8");
        Words words = new Words(messages, Locale.of("nb"));
        List<String> lines = new ArrayList<>();
        write(new CriterionWords(lexicon, words).line(node(criterion, done)), "", lines);
        return lines;
    }

    /** The lines that judge, each below its own indented. */
    private static void write(Line line, String indent, List<String> lines) {
        if (!line.meaning().isEmpty()) {
            lines.add(indent + line.sign() + " " + line.text());
            line.lines().forEach(below -> write(below, indent + " ", lines));
        }
    }

    private static Node node(Criterion criterion, Set<String> done) {
        List<Node> nodes = switch (criterion) {
            case Criterion.All(var of) -> nodes(of, done);
            case Criterion.Any(var of) -> nodes(of, done);
            case Criterion.AtLeast(int _, var of) -> nodes(of, done);
            case Criterion.Achieved _, Criterion.Hours _ -> List.of();
        };
        Stream<Boolean> below = nodes.stream().map(Node::holds);
        boolean holds = switch (criterion) {
            case Criterion.Achieved achieved -> done.contains(achieved.item().value());
            case Criterion.All _ -> below.allMatch(each -> each);
            case Criterion.Any _, Criterion.AtLeast _ -> below.anyMatch(each -> each);
            case Criterion.Hours _ -> false;
        };
        return new Node(criterion, holds, Optional.empty(), Optional.empty(), List.of(), nodes);
    }

    private static List<Node> nodes(List<Criterion> of, Set<String> done) {
        return of.stream().map(each -> node(each, done)).toList();
    }

    private static Criterion result(String item) {
        return new Criterion.Achieved(new ItemCode(item), Optional.empty(), ValidityPolicy.FOREVER);
    }

    private static void item(String code, String name, Item.Composition composition) {
        ITEMS.put(
                new ItemCode(code),
                new Item(
                        new ItemCode(code),
                        LocalizedName.of(name),
                        composition.equals(Item.Composition.NONE) ? Item.Kind.GATHERING : Item.Kind.PROGRAMME,
                        Optional.empty(),
                        Optional.empty(),
                        Item.LmsReference.NONE,
                        composition,
                        List.of(),
                        Item.Origin.UNKNOWN));
    }
}
