package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.catalogue.Rules;
import no.kompetansebro.coverage.Supposition;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PeopleByName;
import org.springframework.stereotype.Component;

/** Reads a scenario as suppositions. Of people whom the viewer may not see by name nothing is supposed. */
@Component
class ScenarioReading {

    private final PeopleByName people;

    ScenarioReading(PeopleByName people) {
        this.people = people;
    }

    /** The people of the scenario whom the viewer may see by name. */
    Map<EmployeeId, Employee> people(Scenario scenario, Viewer viewer, LocalDate today) {
        Set<EmployeeId> named = scenario.steps().stream()
                .flatMap(ScenarioReading::who)
                .flatMap(who -> who.people().stream())
                .collect(Collectors.toSet());
        return named.isEmpty() ? Map.of() : people.seenBy(viewer, named, today);
    }

    static Stream<Who> who(Step step) {
        return switch (step) {
            case Step.Learn learn -> Stream.of(learn.who());
            case Step.End end -> Stream.of(end.who());
            case Step.Lasting _ -> Stream.empty();
            case Step.Terms terms -> terms.also().stream();
            case Step.Require require -> Stream.of(require.who());
        };
    }

    /** In the order of the steps, those about rules together at the end. */
    List<Supposition> suppositions(Scenario scenario, Map<EmployeeId, Employee> known) {
        List<Supposition> suppositions = new ArrayList<>();
        for (Step step : scenario.steps()) {
            switch (step) {
                case Step.Learn(var item, var who, var lacking, var on) ->
                    suppositions.add(new Supposition.Learning(who.group(known), lacking, item, on));
                case Step.End(var who, var on) -> suppositions.add(new Supposition.Ending(who.group(known), on));
                case Step.Lasting _, Step.Terms _, Step.Require _ -> {}
            }
        }
        if (scenario.steps().stream().anyMatch(Step::isOfRules)) {
            RulesOfSteps rules = new RulesOfSteps(scenario.steps(), known);
            suppositions.add(new Supposition.Ruling(book -> with(book, rules.change(rules(book)))));
        }
        return suppositions;
    }

    private static Rules rules(Rulebook book) {
        return new Rules(book.competences(), book.awardRules(), book.requirements());
    }

    private static Rulebook with(Rulebook book, Rules rules) {
        return new Rulebook(
                book.units(),
                book.scales(),
                rules.competences(),
                book.items(),
                rules.awardRules(),
                rules.requirements());
    }
}
