package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import org.springframework.stereotype.Component;

/** Who is asked what they think of a measure: who worked in the plan's unit while it went on, or the one it was for. */
@Component
class Participants {

    /** For so long they are asked. */
    static final int DAYS = 90;

    private final Units units;
    private final Employments employments;

    Participants(Units units, Employments employments) {
        this.units = units;
        this.employments = employments;
    }

    boolean isAsked(EmployeeId employee, Measure measure, LocalDate today) {
        return isOpen(measure, today)
                && measure.place().employee().map(employee::equals).orElseGet(() -> worked(employee, measure, today));
    }

    private static boolean isOpen(Measure measure, LocalDate today) {
        return measure.evaluatedFrom()
                .filter(from -> !today.isBefore(from) && today.isBefore(from.plusDays(DAYS)))
                .isPresent();
    }

    private boolean worked(EmployeeId employee, Measure measure, LocalDate today) {
        PlanTree tree = new PlanTree(units.tree());
        Optional<Set<UnitCode>> within =
                tree.plan(measure.place().unit()).map(unit -> tree.units().within(unit));
        return employments.of(employee).stream()
                .filter(each -> !each.dates().from().isAfter(today)
                        && each.dates().until().isAfter(measure.wish().dates().from()))
                .anyMatch(
                        each -> within.map(units -> units.contains(each.unit())).orElse(true));
    }
}
