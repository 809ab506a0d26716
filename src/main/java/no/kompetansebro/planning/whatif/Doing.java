package no.kompetansebro.planning.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.catalogue.RuleEditing;
import no.kompetansebro.coverage.Supposed;
import no.kompetansebro.coverage.Suppositions;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.ScenarioMeasures;
import no.kompetansebro.planning.ScenarioMeasures.Proposed;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does what a scenario supposes: makes measures of the learning in it, or rules of its rules. */
@Component
class Doing {

    /** More than so many are a group, not people. */
    private static final int MOST_BY_NAME = 50;

    private final ScenarioReading reading;
    private final Suppositions suppositions;
    private final RuleEditing editing;
    private final ObjectProvider<ScenarioMeasures> measures;

    Doing(
            ScenarioReading reading,
            Suppositions suppositions,
            RuleEditing editing,
            ObjectProvider<ScenarioMeasures> measures) {
        this.reading = reading;
        this.suppositions = suppositions;
        this.editing = editing;
        this.measures = measures;
    }

    /** The path of the page that shows the measures. */
    String propose(WhatIfQuestion question, Lexicon lexicon, Words words) {
        ScenarioMeasures keeper = measures.getIfAvailable(() -> {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
        Map<EmployeeId, Employee> known = reading.people(
                question.scenario(), question.viewer(), question.asOf().today());
        StepWords said = new StepWords(lexicon, known, words);
        List<Proposed> proposed = new ArrayList<>();
        for (Step step : question.scenario().steps()) {
            if (step instanceof Step.Learn learn) {
                proposed.add(proposed(learn, question, known, lexicon, said, words));
            }
        }
        return keeper.propose(question.viewer(), proposed);
    }

    private Proposed proposed(
            Step.Learn learn,
            WhatIfQuestion question,
            Map<EmployeeId, Employee> known,
            Lexicon lexicon,
            StepWords said,
            Words words) {
        Supposed supposed = suppositions.suppose(
                question.viewer(),
                question.question().on(learn.on()),
                List.of(),
                reading.suppositions(new Scenario(List.of(learn)), known));
        Set<EmployeeId> learners = Set.copyOf(supposed.learners().getOrDefault(0, List.of()));
        Set<RequirementCode> closed = supposed.byRequirement().entrySet().stream()
                .filter(each -> each.getValue().covered() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Proposed(
                lexicon.name(learn.item(), words),
                said.who(learn.who()),
                learners.size() > MOST_BY_NAME ? Set.of() : learners,
                Optional.of(learn.item()),
                closed,
                learn.who()
                        .unit()
                        .or(() -> Optional.of(question.unit())
                                .filter(unit -> !unit.isEmpty())
                                .map(UnitCode::new)),
                learn.on());
    }

    /** Changes the catalogue as supposed, as long as it is the version that was seen. */
    RuleEditing.Outcome rule(WhatIfQuestion question, String version) {
        Map<EmployeeId, Employee> known = reading.people(
                question.scenario(), question.viewer(), question.asOf().today());
        return editing.change(version, new RulesOfSteps(question.scenario().steps(), known)::change);
    }
}
