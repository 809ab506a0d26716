package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Engine;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/** Sums up how people would stand otherwise; for one question. */
final class SupposedSums {

    private final SupposedFacts facts;
    private final Question question;
    private final Sight sight;
    private final Rows rows;
    private final Engine engine;
    private final Map<RequirementCode, Requirement> requirements;
    private final Map<RequirementCode, Requirement> supposedRequirements;
    private final Map<LocalDate, Figures> byDate = new LinkedHashMap<>();
    private final Map<RequirementCode, Figures> byRequirement = new HashMap<>();
    private final Map<String, Figures> byUnit = new HashMap<>();
    private final List<PairTwice> turned = new ArrayList<>();
    private int judged;

    SupposedSums(
            RulebookPair books,
            SupposedFacts facts,
            Question question,
            List<LocalDate> dates,
            Sight sight,
            Rules rules) {
        this.facts = facts;
        this.question = question;
        this.sight = sight;
        this.rows = Rows.by(By.UNIT, rules, question.unit(), sight.units(rules.units()));
        this.engine = new Engine(RulebookPair.only(facts.affected(), books.now()));
        this.requirements = byCode(books.now());
        this.supposedRequirements = byCode(books.supposed());
        dates.forEach(date -> byDate.put(date, Figures.NONE));
    }

    private static Map<RequirementCode, Requirement> byCode(Rulebook book) {
        return book.requirements().stream().collect(Collectors.toMap(Requirement::code, each -> each));
    }

    void add(KnownPerson known) {
        Person supposed = facts.of(known.id(), known.person());
        if (!facts.changesRules() && supposed.equals(known.person())) {
            return;
        }
        judged++;
        var before = count(known.id(), known.person(), engine, requirements, -1);
        var after = count(known.id(), supposed, facts.supposedEngine(), supposedRequirements, 1);
        Set<RequirementCode> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (RequirementCode code : all) {
            Optional<Status> was = Optional.ofNullable(before.get(code));
            Optional<Status> would = Optional.ofNullable(after.get(code));
            if (!was.equals(would)) {
                turned.add(new PairTwice(known.id(), code, was, would));
            }
        }
    }

    /** Counts so many times how the person stands; returns how on the question's date. */
    private Map<RequirementCode, Status> count(
            EmployeeId id, Person person, Engine by, Map<RequirementCode, Requirement> rules, int times) {
        Obliged obliged = new Obliged(id, person, by.obligations(person));
        Map<RequirementCode, Status> standings = new HashMap<>();
        for (Obligation obligation : obliged.obligations()) {
            Requirement requirement = rules.get(obligation.requirement());
            if (requirement != null && facts.affected().contains(requirement.code()) && question.asksFor(requirement)) {
                byDate.replaceAll((date, sum) -> standing(obliged, obligation, date)
                        .map(status -> sum.plus(Figures.of(status).times(times)))
                        .orElse(sum));
                standing(obliged, obligation, question.asOf()).ifPresent(status -> {
                    standings.put(requirement.code(), status);
                    count(obliged, obligation, requirement, Figures.of(status).times(times));
                });
            }
        }
        return standings;
    }

    private void count(Obliged obliged, Obligation obligation, Requirement requirement, Figures more) {
        byRequirement.merge(requirement.code(), more, Figures::plus);
        List<Employment> employments = obliged.person().employments();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < employments.size(); i++) {
            if (obligation.byEmployment().get(i).contains(question.asOf())
                    && sight.counts(obliged.id(), employments.get(i))) {
                rows.key(employments.get(i), requirement).ifPresent(keys::add);
            }
        }
        keys.forEach(key -> byUnit.merge(key, more, Figures::plus));
    }

    private Optional<Status> standing(Obliged obliged, Obligation obligation, LocalDate date) {
        return sight.counted(obliged, obligation, date) ? obligation.on(date).map(Segment::status) : Optional.empty();
    }

    Supposed supposed() {
        byRequirement.values().removeIf(Figures.NONE::equals);
        byUnit.values().removeIf(Figures.NONE::equals);
        return new Supposed(byDate, byRequirement, byUnit, turned, supposedRequirements, facts.learners(), judged);
    }
}
