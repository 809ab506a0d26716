package no.kompetansebro.coverage.recalculation;

import java.util.Collection;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitTree;

/** Where recalculation finds the facts of the employer in scope. Needs a transaction. */
public interface People {

    /** What is the same for everybody. */
    Rulebook rulebook(UnitTree units);

    /** Hands over those of the employees that exist, with all their facts. */
    void read(Collection<EmployeeId> employees, BiConsumer<EmployeeId, Person> sink);
}
