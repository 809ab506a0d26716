package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What is asked of coverage: the date, and what to leave out. An empty set of statuses or categories means all.
 *
 * @param unit the unit with all units below it
 * @param among the only requirements that are asked about; empty means all
 */
public record Question(
        LocalDate asOf,
        Optional<UnitCode> unit,
        Optional<RequirementCode> requirement,
        Optional<EmployeeId> employee,
        Set<Status> statuses,
        Set<Category> categories,
        Optional<Set<RequirementCode>> among) {

    /** About any requirement. */
    public Question(
            LocalDate asOf,
            Optional<UnitCode> unit,
            Optional<RequirementCode> requirement,
            Optional<EmployeeId> employee,
            Set<Status> statuses,
            Set<Category> categories) {
        this(asOf, unit, requirement, employee, statuses, categories, Optional.empty());
    }

    /** Everything on the date. */
    public static Question asOf(LocalDate asOf) {
        return new Question(asOf, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }

    /** The same, of the unit and all below it. */
    public Question in(UnitCode unit) {
        return new Question(asOf, Optional.of(unit), requirement, employee, statuses, categories, among);
    }

    /** The same, of the one requirement. */
    public Question of(RequirementCode requirement) {
        return new Question(asOf, unit, Optional.of(requirement), employee, statuses, categories, among);
    }

    /** The same, on another date. */
    public Question on(LocalDate date) {
        return new Question(date, unit, requirement, employee, statuses, categories, among);
    }

    /** The same, of the one employee. */
    public Question of(EmployeeId employee) {
        return new Question(asOf, unit, requirement, Optional.of(employee), statuses, categories, among);
    }

    /** The same, without what is only recommended: a screen's headline (coverage.md section 8). */
    public Question headline() {
        return new Question(
                asOf, unit, requirement, employee, statuses, EnumSet.of(Category.STATUTORY, Category.MANDATORY), among);
    }

    /** The same, of these requirements only. */
    public Question among(Set<RequirementCode> requirements) {
        return new Question(
                asOf, unit, requirement, employee, statuses, categories, Optional.of(Set.copyOf(requirements)));
    }

    /** Whether pairs of the requirement are asked about. */
    boolean asksFor(Requirement of) {
        return requirement.map(of.code()::equals).orElse(true)
                && among.map(only -> only.contains(of.code())).orElse(true)
                && (categories.isEmpty() || categories.contains(of.category()));
    }

    /** Whether pairs of the status are asked about. */
    boolean asksFor(Status status) {
        return statuses.isEmpty() || statuses.contains(status);
    }
}
