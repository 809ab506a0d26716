package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;

/**
 * Whom somebody may assign learning to, today: leaders the units that they lead and all below, HR its area or everybody.
 * People belong to a unit where an employment that has not ended is in it.
 */
record Reach(Viewer viewer, UnitTree tree, Employments employments, LocalDate today) {

    static boolean mayAssign(Viewer viewer) {
        return viewer.leads() || viewer.plans();
    }

    boolean covers(Audience audience) {
        return switch (audience) {
            case Audience.People(Set<EmployeeId> people) -> mayAssign(viewer) && all(people);
            case Audience.Unit(UnitCode unit) -> mayAssign(viewer) && isUnit(unit) && viewer.sees(unit);
            case Audience.Group group -> viewer.everything() || inArea(group.within());
        };
    }

    /** Whether they may change what is assigned to these: who has left is nobody's, and hinders nobody. */
    boolean answersFor(Audience audience) {
        return audience instanceof Audience.People(Set<EmployeeId> people)
                ? mayAssign(viewer) && (viewer.everything() || allWhoWork(people))
                : covers(audience);
    }

    private boolean allWhoWork(Collection<EmployeeId> people) {
        List<EmployeeId> working = employments.of(people).entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(this::isNotOver))
                .map(Map.Entry::getKey)
                .toList();
        return !working.isEmpty() && all(working);
    }

    private boolean isUnit(UnitCode unit) {
        return tree.unit(unit).isPresent();
    }

    private boolean inArea(Optional<UnitCode> within) {
        return within.filter(tree.within(viewer.hrUnits())::contains).isPresent();
    }

    private boolean all(Collection<EmployeeId> people) {
        var work = employments.of(people);
        return people.stream()
                .allMatch(each -> work.getOrDefault(each, List.of()).stream().anyMatch(this::isSeen));
    }

    private boolean isSeen(Employment employment) {
        return viewer.everything() || (isNotOver(employment) && viewer.sees(employment.unit()));
    }

    private boolean isNotOver(Employment employment) {
        return employment.dates().until().isAfter(today);
    }

    /** Whether the viewer may see the person by name among those of a unit. */
    boolean names(Person person) {
        return viewer.everything()
                || person.employments().stream()
                        .anyMatch(e -> e.dates().until().isAfter(today) && viewer.sees(e.unit()));
    }
}
