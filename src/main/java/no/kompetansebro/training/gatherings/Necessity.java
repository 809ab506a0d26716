package no.kompetansebro.training.gatherings;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/**
 * Finds for whom a gathering is required: on its last day a statutory or mandatory requirement binds them that they do not
 * meet then, or that ends within its warning, as far as is known today, and the gathering's item is among what is missing.
 */
@Component
class Necessity {

    private static final int FEW = 10;

    private final Coverage coverage;
    private final EmployerCalendar calendar;

    Necessity(Coverage coverage, EmployerCalendar calendar) {
        this.coverage = coverage;
        this.calendar = calendar;
    }

    /** Those of the employees. */
    Set<EmployeeId> among(Collection<EmployeeId> employees, Gathering gathering) {
        Set<EmployeeId> found = new HashSet<>();
        if (employees.size() <= FEW) {
            employees.forEach(employee ->
                    found.addAll(ask(Viewer.ofEverything(), question(gathering).of(employee), gathering)));
        } else {
            found.addAll(ask(Viewer.ofEverything(), question(gathering), gathering));
            found.retainAll(Set.copyOf(employees));
        }
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
