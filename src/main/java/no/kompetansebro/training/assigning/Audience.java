package no.kompetansebro.training.assigning;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;

/** Whom something is assigned to. */
public sealed interface Audience {

    /** These, as long as they are employed. */
    record People(Set<EmployeeId> employees) implements Audience {
        public People {
            employees = Collections.unmodifiableSet(new LinkedHashSet<>(employees));
        }
    }

    /** Whoever is in the unit or below it: it follows who joins and who leaves. */
    record Unit(UnitCode unit) implements Audience {}

    /** Whoever is in the target group, within the unit where there is one; it follows them too. */
    record Group(Optional<UnitCode> within, TargetGroup of) implements Audience {}

    /** The expression that says who it is by their employments; people named one by one are asked for otherwise. */
    default TargetGroup expression() {
        return switch (this) {
            case People _ -> TargetGroup.EVERYONE;
            case Unit(UnitCode unit) -> new TargetGroup.InUnit(unit);
            case Group(Optional<UnitCode> within, TargetGroup of) ->
                within.<TargetGroup>map(unit -> new TargetGroup.All(List.of(new TargetGroup.InUnit(unit), of)))
                        .orElse(of);
        };
    }

    /** Whether the employee can be among them, by name. */
    default boolean names(EmployeeId employee) {
        return !(this instanceof People(Set<EmployeeId> employees)) || employees.contains(employee);
    }
}
