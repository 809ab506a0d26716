package no.kompetansebro.coverage;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.engine.Outlook;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People with every fact that bears on coverage, for who plans what they are to learn; of the employer in scope. */
@Component
@Transactional(readOnly = true)
public class Persons {

    private final RecordedFacts facts;
    private final RulesBook rules;

    Persons(RecordedFacts facts, RulesBook rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** Hands over those of the employees that exist, by number. */
    public void of(Collection<EmployeeId> employees, BiConsumer<EmployeeId, Person> sink) {
        hand(employees.isEmpty() ? Selection.NOBODY : Selection.of(employees), sink);
    }

    /** Hands over whoever has, had or will have an employment in one of the units, by number. */
    public void ofUnits(Set<UnitCode> units, BiConsumer<EmployeeId, Person> sink) {
        hand(units.isEmpty() ? Selection.NOBODY : Selection.in(units), sink);
    }

    /** Hands over everybody whom the employer has ever known, by number. */
    public void all(BiConsumer<EmployeeId, Person> sink) {
        hand(Selection.EVERYBODY, sink);
    }

    /** Like {@link #of}, but only with their employments without leaves, their roles, and their results in the items. */
    public void of(Collection<EmployeeId> employees, Set<ItemCode> items, BiConsumer<EmployeeId, Person> sink) {
        hand(employees.isEmpty() ? Selection.NOBODY : Selection.of(employees), Optional.of(items), sink);
    }

    /** Like {@link #ofUnits}, but only with their employments without leaves, their roles, and their results in the items. */
    public void ofUnits(Set<UnitCode> units, Set<ItemCode> items, BiConsumer<EmployeeId, Person> sink) {
        hand(units.isEmpty() ? Selection.NOBODY : Selection.in(units), Optional.of(items), sink);
    }

    /** Like {@link #all}, but only with their employments without leaves, their roles, and their results in the items. */
    public void all(Set<ItemCode> items, BiConsumer<EmployeeId, Person> sink) {
        hand(Selection.EVERYBODY, Optional.of(items), sink);
    }

    /** Whether the employer has known more people than that. */
    public boolean areMoreThan(int people) {
        return facts.areMoreThan(people);
    }

    private void hand(Selection selection, BiConsumer<EmployeeId, Person> sink) {
        hand(selection, Optional.empty(), sink);
    }

    private void hand(Selection selection, Optional<Set<ItemCode>> items, BiConsumer<EmployeeId, Person> sink) {
        facts.people(selection, items, known -> {
            sink.accept(known.id(), known.person());
            return true;
        });
    }

    /** What the rules of now say of planned learning. */
    public Outlook outlook() {
        RulesInForce now = rules.current();
        return new Outlook(now.rulebook(), now.engine());
    }
}
