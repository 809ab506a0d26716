package no.kompetansebro.planning.changes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;

/**
 * Where some people work over time.
 *
 * @param onLeave by date the numbers of the employments that are on leave
 */
record Whereabouts(Map<EmployeeId, List<Employment>> employments, Map<LocalDate, Set<String>> onLeave) {

    private record Post(UnitCode unit, String position, Optional<String> leaderLevel, BigDecimal fte) {}

    /** On either of the dates. */
    static Whereabouts of(Collection<EmployeeId> people, LocalDate then, LocalDate now, Employments employments) {
        return people.isEmpty()
                ? new Whereabouts(Map.of(), Map.of())
                : new Whereabouts(
                        employments.of(people),
                        then.equals(now)
                                ? Map.of()
                                : Map.of(
                                        then, employments.onLeave(people, then),
                                        now, employments.onLeave(people, now)));
    }

    boolean isEmployed(EmployeeId employee, LocalDate date) {
        return on(employee, date).findAny().isPresent();
    }

    /** Whether an employment that is on leave on the one date is none on the other, without being over. */
    boolean isOnLeaveOnlyOn(EmployeeId employee, LocalDate date, LocalDate other) {
        Set<String> away = working(employee, date, true);
        away.retainAll(working(employee, other, false));
        return !away.isEmpty();
    }

    private Set<String> working(EmployeeId employee, LocalDate date, boolean isAway) {
        Set<String> away = onLeave.getOrDefault(date, Set.of());
        return on(employee, date)
                .map(Employment::number)
                .filter(number -> away.contains(number) == isAway)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether the employee works elsewhere, or as something else. */
    boolean hasMoved(EmployeeId employee, LocalDate then, LocalDate now) {
        return !posts(employee, then).equals(posts(employee, now));
    }

    private Set<Post> posts(EmployeeId employee, LocalDate date) {
        return on(employee, date)
                .map(each -> new Post(
                        each.unit(),
                        each.position(),
                        each.leaderLevel(),
                        each.fte().stripTrailingZeros()))
                .collect(Collectors.toSet());
    }

    private Stream<Employment> on(EmployeeId employee, LocalDate date) {
        return employments.getOrDefault(employee, List.of()).stream()
                .filter(each -> each.dates().contains(date));
    }
}
