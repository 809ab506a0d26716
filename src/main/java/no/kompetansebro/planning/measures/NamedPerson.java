package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Finds the employee whom somebody means by a name or a number: among those about whom they decide. */
@Component
class NamedPerson {

    private final Employees employees;
    private final Employments employments;
    private final PlanRights rights;

    NamedPerson(Employees employees, Employments employments, PlanRights rights) {
        this.employees = employees;
        this.employments = employments;
        this.rights = rights;
    }

    /** The one employee, with the unit where that employee works; says what is wrong at the field. */
    Optional<Place> place(Viewer viewer, PlanFields fields, String field, LocalDate today) {
        String text = fields.required(field, PlanFields.SHORT);
        List<Employee> found = employees.search(text).stream()
                .filter(each -> rights.mayDecideAbout(viewer, each.id()))
                .toList();
        Optional<Employee> exact = found.stream()
                .filter(each -> each.number().value().equals(text))
                .findFirst();
        if (exact.isEmpty() && found.size() != 1) {
            return fields.wrong(
                    field, found.isEmpty() ? "planning.measures.error.person" : "planning.measures.error.people");
        }
        return place(viewer, exact.orElseGet(found::getFirst).id(), today)
                .or(() -> fields.wrong(field, "planning.measures.error.person"));
    }

    /** Where the employee works today, or else last, among the viewer's units. */
    private Optional<Place> place(Viewer viewer, EmployeeId employee, LocalDate today) {
        List<Employment> work = employments.of(employee).reversed().stream()
                .filter(each -> viewer.sees(each.unit()))
                .toList();
        return work.stream()
                .filter(each -> each.dates().contains(today))
                .findFirst()
                .or(() -> work.stream().findFirst())
                .map(each -> MeasureForm.personal(each.unit(), employee));
    }
}
