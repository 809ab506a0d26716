package no.kompetansebro.coverage;

import java.util.Collection;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.recalculation.People;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitTree;
import org.springframework.stereotype.Component;

/** Gives recalculation the same facts that questions are answered from. */
@Component
class RecordedPeople implements People {

    private final RecordedFacts facts;
    private final Rulebooks rulebooks;

    RecordedPeople(RecordedFacts facts, Rulebooks rulebooks) {
        this.facts = facts;
        this.rulebooks = rulebooks;
    }

    @Override
    public Rulebook rulebook(UnitTree units) {
        return rulebooks.current(units);
    }

    @Override
    public void read(Collection<EmployeeId> employees, BiConsumer<EmployeeId, Person> sink) {
        facts.people(Selection.of(employees), known -> {
            sink.accept(known.id(), known.person());
            return true;
        });
    }
}
