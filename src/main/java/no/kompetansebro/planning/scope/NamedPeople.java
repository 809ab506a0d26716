package no.kompetansebro.planning.scope;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Calls people by name for those who may see them, and keeps that somebody looked. */
@Component
public class NamedPeople {

    private final Employees employees;
    private final Employments employments;
    private final Looks looks;

    NamedPeople(Employees employees, Employments employments, Looks looks) {
        this.employees = employees;
        this.employments = employments;
        this.looks = looks;
    }

    /**
     * Somebody by name.
     *
     * @param work position and unit of each employment on the date, those that the viewer may see
     */
    public record Named(EmployeeId id, String name, String work) {}

    /** Those of the people whom the viewer may see by name (who belong to the viewer's units on the day or later), by name. */
    public Map<EmployeeId, Named> named(
            Viewer viewer, Collection<EmployeeId> ids, LocalDate asOf, LocalDate today, Lexicon lexicon) {
        Map<EmployeeId, Employee> known = employees.find(ids);
        Map<EmployeeId, List<Employment>> work = employments.of(ids);
        List<Named> named = new ArrayList<>();
        known.forEach((id, employee) -> {
            List<Employment> own = work.getOrDefault(id, List.of());
            if (maySee(viewer, id, own, today)) {
                named.add(new Named(id, employee.name(), work(viewer, own, asOf, lexicon)));
            }
        });
        named.sort(Comparator.comparing(Named::name)
                .thenComparing(each -> each.id().value()));
        Map<EmployeeId, Named> byId = new LinkedHashMap<>();
        named.forEach(each -> byId.put(each.id(), each));
        return byId;
    }

    private static boolean maySee(Viewer viewer, EmployeeId id, List<Employment> work, LocalDate today) {
        return viewer.everything()
                || viewer.employee().filter(id::equals).isPresent()
                || work.stream().anyMatch(each -> each.dates().until().isAfter(today) && viewer.sees(each.unit()));
    }

    private static String work(Viewer viewer, List<Employment> work, LocalDate asOf, Lexicon lexicon) {
        return String.join(
                "; ",
                work.stream()
                        .filter(each -> each.dates().contains(asOf) && viewer.sees(each.unit()))
                        .map(each -> each.title().orElse(each.position()) + ", " + lexicon.name(each.unit()))
                        .distinct()
                        .toList());
    }

    /** Keeps that the viewer looked at a list of names: which page, and of what (codes only). */
    public void looked(Viewer viewer, String page, String detail) {
        looks.atList(
                viewer,
                viewer.plans() ? Looks.Capacity.HR : Looks.Capacity.LEADER,
                page,
                Optional.of(detail).filter(each -> !each.isEmpty()));
    }
}
