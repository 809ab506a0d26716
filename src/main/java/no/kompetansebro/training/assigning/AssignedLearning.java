package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.PlannedLearning;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is assigned and not yet done, for forecasts that include it. */
@Component
class AssignedLearning implements PlannedLearning {

    private final Assignments assignments;
    private final Applications applications;
    private final Persons persons;

    AssignedLearning(Assignments assignments, Applications applications, Persons persons) {
        this.assignments = assignments;
        this.applications = applications;
        this.persons = persons;
    }

    @Override
    @Transactional(readOnly = true)
    public Plan plan(LocalDate today) {
        List<Assignment> open = assignments.open();
        return open.isEmpty() ? Plan.NOTHING : plan(open, new Tasks(persons.outlook(), applications.selected(), today));
    }

    private static Plan plan(List<Assignment> open, Tasks tasks) {
        return people -> {
            Map<EmployeeId, List<Result>> planned = new HashMap<>();
            people.forEach((id, person) -> planned.put(
                    id,
                    open.stream()
                            .flatMap(each -> tasks.planned(each, id, person).stream())
                            .toList()));
            return planned;
        };
    }
}
