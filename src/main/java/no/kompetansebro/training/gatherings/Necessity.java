package no.kompetansebro.training.gatherings;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.PlannedLearning;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds for whom a gathering is required: on its last day a statutory or mandatory requirement binds them that they do not
 * meet then, or that ends within its warning, as far as is known today, and the gathering's item is among what is missing.
 * For those who sign up it is required too where it is assigned to them.
 */
@Component
class Necessity {

    private static final int FEW = 10;

    private final Coverage coverage;
    private final Persons persons;
    private final ObjectProvider<PlannedLearning> planned;
    private final EmployerCalendar calendar;

    Necessity(Coverage coverage, Persons persons, ObjectProvider<PlannedLearning> planned, EmployerCalendar calendar) {
        this.coverage = coverage;
        this.persons = persons;
        this.planned = planned;
        this.calendar = calendar;
    }

    /** Those of the employees. */
    Set<EmployeeId> among(Collection<EmployeeId> employees, Gathering gathering) {
        Set<EmployeeId> found = assigned(employees, gathering);
        if (employees.size() <= FEW) {
            employees.forEach(employee ->
                    found.addAll(ask(Viewer.ofEverything(), question(gathering).of(employee), gathering)));
        } else {
            Set<EmployeeId> everybody = ask(Viewer.ofEverything(), question(gathering), gathering);
            everybody.retainAll(Set.copyOf(employees));
            found.addAll(everybody);
        }
        return found;
    }

    /** Those to whom the item is assigned: what is planned for them, other than seats at gatherings. */
    private Set<EmployeeId> assigned(Collection<EmployeeId> employees, Gathering gathering) {
        Map<EmployeeId, Person> people = new HashMap<>();
        persons.of(employees, people::put);
        Set<EmployeeId> found = new HashSet<>();
        planned.stream()
                .filter(learning -> !(learning instanceof PlannedGatherings))
                .forEach(learning -> learning.plan(calendar.today()).of(people).forEach((employee, results) -> {
                    if (results.stream().anyMatch(result -> result.item().equals(gathering.item()))) {
                        found.add(employee);
                    }
                }));
        return found;
    }

    /** Those of whom the viewer may see. */
    Set<EmployeeId> seenBy(Viewer viewer, Gathering gathering) {
        return ask(viewer, question(gathering), gathering);
    }

    private Question question(Gathering gathering) {
        return Question.asOf(gathering.lastDay(calendar.dates().zone())).headline();
    }

    private Set<EmployeeId> ask(Viewer viewer, Question question, Gathering gathering) {
        Set<EmployeeId> found = new HashSet<>();
        coverage.needs(viewer, question, need -> {
            if (need.need().items().contains(gathering.item())) {
                found.add(need.employee());
            }
        });
        return found;
    }
}
