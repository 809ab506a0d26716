package no.kompetansebro.planning.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.catalogue.RuleEditing;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.ScenarioMeasures;
import no.kompetansebro.planning.whatif.WhatIfView.Option;
import no.kompetansebro.planning.whatif.WhatIfView.Said;
import no.kompetansebro.requirement.Requirement.OfPeople;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the page of scenarios together. */
@Component
class WhatIfViews {

    private static final String INDENT = "\u00a0\u00a0\u00a0";

    private final Effects effects;
    private final ScenarioReading reading;
    private final AwardRules awardRules;
    private final RuleEditing editing;
    private final ObjectProvider<ScenarioMeasures> measures;

    WhatIfViews(
            Effects effects,
            ScenarioReading reading,
            AwardRules awardRules,
            RuleEditing editing,
            ObjectProvider<ScenarioMeasures> measures) {
        this.effects = effects;
        this.reading = reading;
        this.awardRules = awardRules;
        this.editing = editing;
        this.measures = measures;
    }

    /** {@code refusal} and {@code outcome}: keys of texts, or empty. */
    WhatIfView of(WhatIfQuestion question, Lexicon lexicon, String refusal, String outcome, Words words) {
        Scenario scenario = question.scenario();
        Map<EmployeeId, Employee> known =
                reading.people(scenario, question.viewer(), question.asOf().today());
        StepWords said = new StepWords(lexicon, known, words);
        boolean mayRule = question.viewer().everything() && scenario.isOfRules();
        return new WhatIfView(
                question.unit().isEmpty()
                        ? words.text("planning.gap.everything")
                        : lexicon.name(new UnitCode(question.unit())),
                IntStream.range(0, scenario.steps().size())
                        .mapToObj(i -> new Said(said.text(scenario.steps().get(i)), question.link(scenario.without(i))))
                        .toList(),
                scenario.isEmpty() ? Optional.empty() : Optional.of(effect(question, known, words)),
                refusal.isEmpty() ? "" : words.text(refusal),
                kept(question),
                units(question, lexicon),
                options(lexicon.items().values().stream()
                        .map(item -> new Option(item.code().value(), words.name(item.name()), false))),
                options(lexicon.requirements().values().stream()
                        .filter(each -> each.demand() instanceof OfPeople)
                        .map(each -> new Option(each.code().value(), words.name(each.name()), false))),
                options(lexicon.competences().values().stream()
                        .filter(each -> each.scale().isEmpty())
                        .map(each -> new Option(each.code().value(), words.name(each.name()), false))),
                options(awardRules.all().stream().map(rule -> rule(rule, lexicon, words))),
                question.asOf().today().plusMonths(3).toString(),
                scenario.isFull(),
                measures.getIfAvailable() != null && scenario.steps().stream().anyMatch(Step.Learn.class::isInstance),
                question.viewer().everything(),
                mayRule ? editing.version() : "",
                outcome.isEmpty() ? "" : words.text(outcome));
    }

    private Effect effect(WhatIfQuestion question, Map<EmployeeId, Employee> known, Words words) {
        return effects.of(
                        new Effects.Asked(
                                question.viewer(),
                                question.asOf(),
                                question.question(),
                                reading.suppositions(question.scenario(), known)),
                        words)
                .effect();
    }

    private static Map<String, String> kept(WhatIfQuestion question) {
        Map<String, String> kept = new LinkedHashMap<>(question.parameters());
        kept.put("per", question.asOf().isToday() ? "" : question.asOf().date().toString());
        kept.values().removeIf(String::isEmpty);
        return kept;
    }

    private static List<Option> options(Stream<Option> of) {
        return of.sorted(Comparator.comparing(Option::text)).toList();
    }

    private static Option rule(AwardRule rule, Lexicon lexicon, Words words) {
        return new Option(
                rule.code(),
                Optional.ofNullable(lexicon.competences().get(rule.competence()))
                                .map(competence -> words.name(competence.name()))
                                .orElse(rule.competence().value())
                        + " (" + rule.code() + ")",
                false);
    }

    private static List<Option> units(WhatIfQuestion question, Lexicon lexicon) {
        List<Option> options = new ArrayList<>();
        lexicon.units().all().stream()
                .filter(unit -> question.viewer().sees(unit.code()))
                .filter(unit -> unit.parent().filter(question.viewer()::sees).isEmpty())
                .forEach(top -> add(top, 0, question, lexicon, options));
        return options;
    }

    private static void add(Unit unit, int depth, WhatIfQuestion question, Lexicon lexicon, List<Option> options) {
        if (unit.endedOn().isEmpty()) {
            String code = unit.code().value();
            options.add(new Option(code, INDENT.repeat(depth) + unit.name(), code.equals(question.unit())));
        }
        lexicon.units().children(unit.code()).forEach(child -> add(child, depth + 1, question, lexicon, options));
    }
}
