package no.kompetansebro.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Who may be shown by name: as {@link no.kompetansebro.coverage.Coverage} has it, for lists that do not come from there. */
@Component
public class PeopleByName {

    private final Employees employees;
    private final Employments employments;

    PeopleByName(Employees employees, Employments employments) {
        this.employees = employees;
        this.employments = employments;
    }

    /** Of the people the viewer, and those who belong to the viewer's units today or later. */
    public Map<EmployeeId, Employee> seenBy(Viewer viewer, Collection<EmployeeId> people, LocalDate today) {
        return employees.find(viewer.everything() ? people : named(viewer, people, today));
    }

    private Set<EmployeeId> named(Viewer viewer, Collection<EmployeeId> people, LocalDate today) {
        Map<EmployeeId, List<Employment>> work = employments.of(people);
        return people.stream()
                .filter(each -> viewer.employee().filter(each::equals).isPresent()
                        || work.getOrDefault(each, List.of()).stream()
                                .anyMatch(e -> e.dates().until().isAfter(today) && viewer.sees(e.unit())))
                .collect(Collectors.toSet());
    }

    /** As lists are sorted by it: the family name first. */
    public static String name(Employee employee) {
        return employee.familyName() + ", " + employee.givenName();
    }
}
