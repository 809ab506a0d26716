package no.kompetansebro.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;

/** Whom a requirement binds: an expression over one employment, within its dates (coverage.md section 5). */
public sealed interface TargetGroup {

    /** In the unit or below it. */
    record InUnit(UnitCode unit) implements TargetGroup {}

    /** With one of these position codes. */
    record Position(Set<String> codes) implements TargetGroup {
        public Position {
            codes = notEmpty(codes);
        }
    }

    /** With one of these leader levels. */
    record LeaderLevel(Set<String> levels) implements TargetGroup {
        public LeaderLevel {
            levels = notEmpty(levels);
        }
    }

    /** On the dates on which the employee holds the role. */
    record Role(String role) implements TargetGroup {}

    /** Whose run of employments started on or after the date. */
    record HiredFrom(LocalDate date) implements TargetGroup {}

    /** On the first {@code months} months of the run of employments. */
    record NewHire(int months) implements TargetGroup {
        public NewHire {
            if (months < 1 || months > 1200) {
                throw new IllegalArgumentException("months must be 1 to 1200");
            }
        }
    }

    /** Of at least this percentage of a full position. */
    record MinFte(BigDecimal percent) implements TargetGroup {}

    /** Of one of these employees. */
    record Employees(Set<EmployeeNumber> numbers) implements TargetGroup {
        public Employees {
            numbers = notEmpty(numbers);
        }
    }

    /** On dates from this one on. */
    record From(LocalDate date) implements TargetGroup {}

    /** Every one of them. */
    record All(List<TargetGroup> of) implements TargetGroup {
        public All {
            of = List.copyOf(of);
            requireSome(of.size());
        }
    }

    /** Any one of them. */
    record Any(List<TargetGroup> of) implements TargetGroup {
        public Any {
            of = List.copyOf(of);
            requireSome(of.size());
        }
    }

    /** Not, within the employment's dates. */
    record Not(TargetGroup of) implements TargetGroup {}

    /** Every employment. */
    record Everyone() implements TargetGroup {}

    TargetGroup EVERYONE = new Everyone();

    private static <T> Set<T> notEmpty(Set<T> set) {
        requireSome(set.size());
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    private static void requireSome(int size) {
        if (size == 0) {
            throw new IllegalArgumentException("the list must not be empty");
        }
    }
}
