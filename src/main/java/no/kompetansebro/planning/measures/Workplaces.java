package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Where people work, and until when. */
@Component
class Workplaces {

    private final Employees employees;
    private final Employments employments;

    Workplaces(Employees employees, Employments employments) {
        this.employees = employees;
        this.employments = employments;
    }

    Known of(Collection<EmployeeId> people, LocalDate date) {
        return new Known(employees.find(people), employments.of(people), date);
    }

    /** What is known of some people on a date. */
    record Known(Map<EmployeeId, Employee> people, Map<EmployeeId, List<Employment>> work, LocalDate date) {

        String name(EmployeeId employee) {
            return Optional.ofNullable(people.get(employee)).map(Employee::name).orElse("");
        }

        /** Where the employee works on the date, or else worked or will work last. */
        Optional<UnitCode> unit(EmployeeId employee) {
            List<Employment> periods = work.getOrDefault(employee, List.of());
            return periods.stream()
                    .filter(each -> each.dates().contains(date))
                    .findFirst()
                    .or(() -> periods.stream()
                            .max(Comparator.comparing(each -> each.dates().until())))
                    .map(Employment::unit);
        }

        /** Whether the employee works in the plan's unit or below, and the viewer sees that. */
        boolean isWithin(EmployeeId employee, Optional<UnitCode> plan, PlanTree tree, Viewer viewer) {
            return unit(employee)
                    .filter(viewer::sees)
                    .filter(unit -> tree.isSame(plan, Optional.of(unit))
                            || tree.isAbove(plan, Optional.of(unit))
                            || plan.isEmpty())
                    .isPresent();
        }

        /** The first day on which the employee no longer works here, where that is registered. */
        Optional<LocalDate> end(EmployeeId employee) {
            return work.getOrDefault(employee, List.of()).stream()
                    .map(each -> each.dates().until())
                    .max(Comparator.naturalOrder())
                    .filter(until -> !until.equals(LocalDate.MAX));
        }
    }
}
