package no.kompetansebro.coverage;

import java.util.List;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.organisation.EmployeeId;

/** An employee with the facts and what follows from them: the obligations, ordered by requirement. */
record Obliged(EmployeeId id, Person person, List<Obligation> obligations) {

    Obliged {
        obligations = List.copyOf(obligations);
    }
}
