package no.kompetansebro.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Hindsight.Revised;
import no.kompetansebro.coverage.engine.Engine;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/**
 * Judges people by today's facts and rules and by those of a moment.
 *
 * @param former the rules of the moment, where they were others
 * @param told the people whose results and evidence were others
 */
record Judgement(
        Book book,
        Optional<Book> former,
        Set<EmployeeId> told,
        Map<EmployeeId, List<Result>> results,
        Map<EmployeeId, List<Evidence>> evidence) {

    /** Rules, compiled. */
    record Book(Engine engine, Map<RequirementCode, Requirement> requirements) {

        static Book of(RulesInForce rules) {
            return new Book(rules.engine(), requirements(rules.rulebook()));
        }

        /** Empty where they asked nobody for anything, or name a level that a scale has lost since: scales are today's. */
        static Optional<Book> ofFormer(Rulebook rulebook) {
            boolean asks = rulebook.requirements().stream()
                    .anyMatch(requirement -> requirement.demand() instanceof Requirement.OfPeople);
            try {
                return asks ? Optional.of(new Book(new Engine(rulebook), requirements(rulebook))) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static Map<RequirementCode, Requirement> requirements(Rulebook rulebook) {
            return rulebook.requirements().stream().collect(Collectors.toMap(Requirement::code, each -> each));
        }

        /** The status of each pair of the person that counts on the question's date. */
        Map<RequirementCode, Status> standings(EmployeeId id, Person person, Question question, Sight sight) {
            Obliged obliged = new Obliged(id, person, engine.obligations(person));
            Map<RequirementCode, Status> standings = new HashMap<>();
            for (Obligation obligation : obliged.obligations()) {
                Requirement requirement = requirements.get(obligation.requirement());
                if (requirement != null
                        && question.asksFor(requirement)
                        && sight.counted(obliged, obligation, question.asOf())) {
                    obligation
                            .on(question.asOf())
                            .map(Segment::status)
                            .ifPresent(status -> standings.put(obligation.requirement(), status));
                }
            }
            return standings;
        }
    }

    /** What of the person is seen in another way today. */
    List<Revised> of(KnownPerson known, Question question, Sight sight) {
        Person then = then(known);
        var now = book.standings(known.id(), known.person(), question, sight);
        var factsThen = told.contains(known.id()) ? book.standings(known.id(), then, question, sight) : now;
        var allThen = former.map(rules -> rules.standings(known.id(), then, question, sight))
                .orElse(factsThen);
        Set<RequirementCode> all = new HashSet<>(now.keySet());
        all.addAll(allThen.keySet());
        return all.stream()
                .map(code -> new Revised(
                        new PairTwice(
                                known.id(),
                                code,
                                Optional.ofNullable(allThen.get(code)),
                                Optional.ofNullable(now.get(code))),
                        allThen.get(code) != factsThen.get(code)))
                .filter(revised -> !revised.pair().then().equals(revised.pair().now()))
                .toList();
    }

    private Person then(KnownPerson known) {
        Person person = known.person();
        return told.contains(known.id())
                ? new Person(
                        person.number(),
                        person.employments(),
                        person.roles(),
                        results.getOrDefault(known.id(), List.of()),
                        evidence.getOrDefault(known.id(), List.of()),
                        person.exemptions())
                : person;
    }
}
