package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanCosts.Amounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What measures cost, by section and year. */
@Controller
class PlanCostsPage {

    private final Measures measures;
    private final PlanChoices choices;

    PlanCostsPage(Measures measures, PlanChoices choices) {
        this.measures = measures;
        this.choices = choices;
    }

    /** The page; each year has two columns. */
    record View(PlanHead head, List<String> years, List<Row> rows, Row sum, boolean empty) {}

    /** A plan; {@code amounts}: planned and actual of each year, and of all. */
    record Row(String name, String href, String measures, List<String> amounts) {}

    @GetMapping(PlanPaths.COSTS)
    String show(Viewer viewer, Words words, @RequestParam(defaultValue = "") String enhet, Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        PlanCosts costs = PlanCosts.of(
                chosen.plan(),
                PlanContents.of(chosen.plan(), measures.all(), chosen.tree())
                        .seenBy(viewer)
                        .counted(),
                chosen.tree());
        model.addAttribute(
                "view",
                new View(
                        choices.head(viewer, chosen, PlanPaths.COSTS, words),
                        costs.years().stream().map(String::valueOf).toList(),
                        costs.rows().stream()
                                .map(row -> row(row, costs, chosen, words))
                                .toList(),
                        new Row(
                                words.text("planning.measures.sum"),
                                "",
                                words.number(costs.sum().measures()),
                                amounts(costs.sum(), costs, words)),
                        costs.years().isEmpty()));
        return "planning/tiltak-kostnader";
    }

    private static Row row(PlanCosts.Row row, PlanCosts costs, Chosen chosen, Words words) {
        return new Row(
                name(row, chosen, words),
                row.plan()
                        .map(_ -> PlanPaths.of(PlanPaths.COSTS, row.plan()))
                        .orElse(PlanPaths.of(PlanPaths.MEASURES, chosen.plan())),
                words.number(row.measures()),
                amounts(row, costs, words));
    }

    /** Of a plan below, or of what the plan itself has. */
    static String name(PlanCosts.Row row, Chosen chosen, Words words) {
        return row.plan().isPresent()
                ? PlanChoices.name(row.plan(), chosen.tree(), words)
                : words.text("planning.measures.costs.own", chosen.name());
    }

    private static List<String> amounts(PlanCosts.Row row, PlanCosts costs, Words words) {
        List<Amounts> amounts =
                new ArrayList<>(costs.years().stream().map(row::in).toList());
        amounts.add(row.total());
        return amounts.stream()
                .flatMap(each -> Stream.of(each.planned(), each.actual()))
                .map((BigDecimal each) -> words.number(each))
                .toList();
    }
}
