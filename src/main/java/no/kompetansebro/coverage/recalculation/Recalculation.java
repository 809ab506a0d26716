package no.kompetansebro.coverage.recalculation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.coverage.figures.Trace;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.stereotype.Component;

/**
 * Calculates employees anew from the facts, by key: doing it twice or in another order makes no difference. Needs a
 * transaction that holds the locks of their buckets ({@link Backlog}), so that no older reading of the facts wins.
 */
@Component
class Recalculation {

    private final People people;
    private final Numbers numbers;
    private final Traces traces;

    Recalculation(People people, Numbers numbers, Traces traces) {
        this.people = people;
        this.numbers = numbers;
        this.traces = traces;
    }

    /**
     * Replaces the traces of those of the employees where they changed.
     *
     * @param keepBefore whether what they said before is kept, to correct summed-up figures by
     */
    void of(RulesInForce rules, Collection<EmployeeId> employees, boolean keepBefore) {
        traces.replace(calculated(rules, employees), keepBefore);
    }

    /** What the traces of the employees ought to be. */
    Map<UUID, byte[]> calculated(RulesInForce rules, Collection<EmployeeId> employees) {
        Map<UUID, byte[]> calculated = HashMap.newHashMap(employees.size());
        employees.forEach(employee -> calculated.put(employee.value(), Trace.EMPTY));
        Tracing tracing = new Tracing(rules, numbers);
        people.read(
                employees,
                (id, person) -> calculated.put(
                        id.value(),
                        tracing.of(person.employments(), rules.engine().obligations(person))));
        return calculated;
    }
}
