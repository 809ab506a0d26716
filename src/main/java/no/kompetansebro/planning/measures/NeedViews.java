package no.kompetansebro.planning.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanHead.Option;
import org.springframework.stereotype.Component;

/** Puts the page with the needs of a plan together. */
@Component
class NeedViews {

    private static final List<String> OUTCOMES = List.of("lagret", "endret", "lukket");

    private final NeedTable table;
    private final PlanChoices choices;

    NeedViews(NeedTable table, PlanChoices choices) {
        this.table = table;
        this.choices = choices;
    }

    /** The page; the form is for a new need, or for the one that is changed. */
    record View(
            PlanHead head,
            String outcome,
            List<String> columns,
            List<NeedTable.Row> rows,
            List<NeedTable.Closed> closed,
            List<Option> strategies,
            String id,
            int version,
            PlanFields fields) {

        public String value(String field) {
            return fields.value(field);
        }

        public Map<String, String> errors() {
            return fields.errors();
        }
    }

    View of(Viewer viewer, Chosen chosen, PlanFields fields, Optional<PlanNeed> changed, String outcome, Words words) {
        return new View(
                choices.head(viewer, chosen, PlanPaths.NEEDS, words),
                OUTCOMES.contains(outcome) ? "planning.measures.outcome." + outcome : "",
                NeedTable.columns(words),
                table.rows(viewer, chosen, words),
                table.closed(chosen),
                Arrays.stream(Strategy.values())
                        .map(each -> new Option(
                                each.name(),
                                words.text(each.key()),
                                fields.all("strategi").contains(each.name())))
                        .toList(),
                changed.map(need -> need.id().toString()).orElse(""),
                changed.map(PlanNeed::version).orElse(0),
                fields);
    }
}
