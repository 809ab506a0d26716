package no.kompetansebro.training.gatherings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of some people a viewer may see by name, what they are called and where they work. */
@Component
@Transactional(readOnly = true)
class People {

    private final Employees employees;
    private final Employments employments;
    private final Units units;
    private final EmployerCalendar calendar;

    People(Employees employees, Employments employments, Units units, EmployerCalendar calendar) {
        this.employees = employees;
        this.employments = employments;
        this.units = units;
        this.calendar = calendar;
    }

    /** Somebody, with the names of the units that they work in, or will. */
    record Named(EmployeeId id, String number, String name, String unit) {

        static final Comparator<Named> BY_UNIT =
                Comparator.comparing(Named::unit).thenComparing(Named::name).thenComparing(Named::number);
    }

    /** Those whom the viewer leads or plans for: one of their employments, today's or a later one, is in the viewer's units. */
    Set<EmployeeId> ofViewer(Viewer viewer, Collection<EmployeeId> people) {
        if (viewer.everything()) {
            return Set.copyOf(people);
        }
        LocalDate today = calendar.today();
        return employments.of(people).entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(e -> e.dates().until().isAfter(today) && viewer.sees(e.unit())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Those of them who work here on the date, or later. */
    Set<EmployeeId> working(Collection<EmployeeId> people, LocalDate date) {
        return employments.of(people).entrySet().stream()
                .filter(each ->
                        each.getValue().stream().anyMatch(e -> e.dates().until().isAfter(date)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The one of the viewer's with the employee number. */
    Optional<EmployeeId> numbered(Viewer viewer, String number) {
        return employees
                .find(new EmployeeNumber(number))
                .map(Employee::id)
                .filter(employee -> !ofViewer(viewer, List.of(employee)).isEmpty());
    }

    /** Their names, by unit and name. */
    List<Named> named(Collection<EmployeeId> people) {
        LocalDate today = calendar.today();
        Map<EmployeeId, List<Employment>> work = employments.of(people);
        UnitTree tree = units.tree();
        return employees.find(people).values().stream()
                .map(employee -> named(employee, work.getOrDefault(employee.id(), List.of()), tree, today))
                .sorted(Named.BY_UNIT)
                .toList();
    }

    private static Named named(Employee employee, List<Employment> work, UnitTree tree, LocalDate today) {
        String where = work.stream()
                .filter(e -> e.dates().until().isAfter(today))
                .map(e -> tree.unit(e.unit()).map(Unit::name).orElse(e.unit().value()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Named(employee.id(), employee.number().value(), employee.name(), where);
    }
}
