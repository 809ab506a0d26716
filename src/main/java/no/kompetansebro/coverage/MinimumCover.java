package no.kompetansebro.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;

/**
 * A minimum in one of its units from a date on (coverage.md section 9): by heads, which is what it asks for, and by what
 * they work there.
 *
 * @param steps the first on the date, then one for each date on which something changes
 * @param members those that the viewer may see by name: who counts on the date or later, and who is there on the date and could
 */
public record MinimumCover(
        RequirementCode requirement, UnitCode unit, int required, List<Step> steps, List<Member> members) {

    public MinimumCover {
        steps = List.copyOf(steps);
        members = List.copyOf(members);
    }

    /**
     * From the date on.
     *
     * @param fte percent of a full position that those who count work in the unit
     */
    public record Step(LocalDate from, int heads, BigDecimal fte) {}

    /**
     * Somebody in the unit.
     *
     * @param counts whether on the date
     * @param countsFrom the first date on which, where it is a later one
     * @param countsUntil the first date on which no longer, of the days looked at
     * @param heldUntil the end of what is held, where it is held on the date and not for ever
     * @param fte percent of a full position worked in the unit on the date
     */
    public record Member(
            EmployeeId employee,
            boolean counts,
            Optional<LocalDate> countsFrom,
            Optional<LocalDate> countsUntil,
            Optional<LocalDate> heldUntil,
            BigDecimal fte) {

        /** Whether the person is there on the date without holding it. */
        public boolean couldBeTrained() {
            return !counts && countsFrom.isEmpty() && heldUntil.isEmpty();
        }
    }

    /** How it stands on the date itself. */
    public Step now() {
        return steps.getFirst();
    }

    /** The first later date with fewer heads than it asks for, where it is met on the date itself. */
    public Optional<LocalDate> falls() {
        return now().heads() < required
                ? Optional.empty()
                : steps.stream()
                        .filter(step -> step.heads() < required)
                        .map(Step::from)
                        .findFirst();
    }
}
