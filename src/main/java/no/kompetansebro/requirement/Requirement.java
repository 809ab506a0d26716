package no.kompetansebro.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.LocalizedName;

/** A requirement: on people, on how many in a unit, or on units themselves (coverage.md sections 5 and 9). */
public record Requirement(
        RequirementCode code,
        LocalizedName name,
        Category category,
        Optional<String> authority,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        int warningDays,
        Demand demand) {

    /** Days of warning before an end, where the catalogue says nothing (coverage.md section 7). */
    public static final int DEFAULT_WARNING_DAYS = 90;

    /** The same, demanding something else. */
    public Requirement demanding(Demand other) {
        return new Requirement(code, name, category, authority, validFrom, validUntil, warningDays, other);
    }

    /** Whether it binds anybody on the date at all. */
    public boolean isInForce(LocalDate date) {
        return validFrom.map(from -> !from.isAfter(date)).orElse(true)
                && validUntil.map(date::isBefore).orElse(true);
    }

    /** How binding it is. */
    public enum Category {
        STATUTORY,
        MANDATORY,
        RECOMMENDED
    }

    /** What is demanded of whom. */
    public sealed interface Demand {}

    /** The competence, at the level or higher, from everyone in the target group, by the deadline. */
    public record OfPeople(
            CompetenceCode competence,
            Optional<String> level,
            TargetGroup targetGroup,
            Optional<LocalDate> dueDate,
            int graceDays)
            implements Demand {}

    /** At least {@code count} different employees of the target group in each unit hold the competence. */
    public record OfUnitMinimum(
            CompetenceCode competence, Optional<String> level, TargetGroup targetGroup, List<UnitCode> units, int count)
            implements Demand {}

    /** Each of the units, and each unit of the kinds, fulfils the criterion by unit results. */
    public record OfUnits(
            List<UnitCode> units,
            List<String> unitKinds,
            Criterion criterion,
            Optional<LocalDate> dueDate,
            int graceDays)
            implements Demand {}
}
