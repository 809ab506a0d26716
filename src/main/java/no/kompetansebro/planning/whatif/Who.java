package no.kompetansebro.planning.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;

/**
 * Whom a step of a scenario is about: those who are everything that is said.
 *
 * @param unit in it or below
 * @param position by code
 * @param people only these; none for anybody
 */
record Who(Optional<UnitCode> unit, Optional<String> position, Set<EmployeeId> people) {

    Who {
        people = Set.copyOf(people);
    }

    /** As a target group; whom of the people {@code known} lacks is nobody. */
    TargetGroup group(Map<EmployeeId, Employee> known) {
        List<TargetGroup> parts = new ArrayList<>();
        unit.ifPresent(each -> parts.add(new TargetGroup.InUnit(each)));
        position.ifPresent(each -> parts.add(new TargetGroup.Position(Set.of(each))));
        if (!people.isEmpty()) {
            parts.add(named(known));
        }
        return switch (parts.size()) {
            case 0 -> TargetGroup.EVERYONE;
            case 1 -> parts.getFirst();
            default -> new TargetGroup.All(parts);
        };
    }

    private TargetGroup named(Map<EmployeeId, Employee> known) {
        Set<EmployeeNumber> numbers = people.stream()
                .flatMap(each -> Optional.ofNullable(known.get(each)).stream())
                .map(Employee::number)
                .collect(Collectors.toSet());
        return numbers.isEmpty() ? new TargetGroup.Not(TargetGroup.EVERYONE) : new TargetGroup.Employees(numbers);
    }
}
