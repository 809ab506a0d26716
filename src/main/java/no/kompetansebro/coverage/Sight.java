package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.Timeline;

/**
 * What a viewer sees of a question's unit, or of everything. Figures count whoever belongs to the viewer's units on the
 * date asked about; by name the viewer sees who belongs to them today or later. Own data is always seen. A unit that
 * the viewer may not see has nobody in it.
 *
 * @param asked the question's unit with all below it; empty for no unit in particular
 * @param today on which it is asked
 */
record Sight(Viewer viewer, Optional<Set<UnitCode>> asked, LocalDate today) {

    static Sight of(Viewer viewer, Optional<UnitCode> unit, UnitTree units, LocalDate today) {
        return new Sight(viewer, unit.map(u -> viewer.sees(u) ? units.within(u) : Set.of()), today);
    }

    /** The employees that it takes to answer the question. */
    static Selection selection(Viewer viewer, Question question, UnitTree units) {
        return question.employee().map(Selection::of).orElseGet(() -> selection(viewer, question.unit(), units));
    }

    /** The employees that have to do with the unit, or with whatever the viewer may see. */
    static Selection selection(Viewer viewer, Optional<UnitCode> unit, UnitTree units) {
        if (unit.isPresent()) {
            return viewer.sees(unit.get()) ? Selection.in(units.within(unit.get())) : Selection.NOBODY;
        }
        return viewer.everything() ? Selection.EVERYBODY : ofOwn(viewer);
    }

    private static Selection ofOwn(Viewer viewer) {
        Selection self = viewer.employee().map(Selection::of).orElse(Selection.NOBODY);
        return viewer.units().isEmpty() ? self : Selection.in(viewer.units()).or(self);
    }

    /** Whether the viewer may see the person by name. */
    boolean names(Obliged person) {
        return viewer.everything()
                || isSelf(person.id())
                || person.person().employments().stream()
                        .anyMatch(e -> e.dates().until().isAfter(today) && viewer.sees(e.unit()));
    }

    /** Whether pairs that this employment of the person makes are counted. */
    boolean counts(EmployeeId person, Employment employment) {
        UnitCode unit = employment.unit();
        return asked.map(units -> units.contains(unit)).orElse(true)
                && (viewer.everything() || isSelf(person) || viewer.units().contains(unit));
    }

    private boolean isSelf(EmployeeId person) {
        return viewer.employee().filter(person::equals).isPresent();
    }

    /** The dates on which the pair is counted: those on which an employment that counts makes the employee subject. */
    Timeline counted(Obliged person, Obligation obligation) {
        return viewer.everything() && asked.isEmpty()
                ? obligation.subject()
                : through(person, obligation, e -> counts(person.id(), e));
    }

    /** Whether the pair is counted on the date. */
    boolean counted(Obliged person, Obligation obligation, LocalDate date) {
        List<Employment> employments = person.person().employments();
        for (int i = 0; i < employments.size(); i++) {
            if (obligation.byEmployment().get(i).contains(date) && counts(person.id(), employments.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The dates on which an employment that passes makes the employee subject. */
    static Timeline through(Obliged person, Obligation obligation, Predicate<Employment> passes) {
        List<Employment> employments = person.person().employments();
        Timeline dates = Timeline.NEVER;
        for (int i = 0; i < employments.size(); i++) {
            if (passes.test(employments.get(i))) {
                dates = dates.union(obligation.byEmployment().get(i));
            }
        }
        return dates;
    }

    /** Of the units those that the viewer may see, and that are asked about. */
    Set<UnitCode> units(UnitTree tree) {
        Set<UnitCode> seen = new HashSet<>();
        tree.all().stream()
                .map(no.kompetansebro.organisation.Unit::code)
                .filter(unit -> viewer.sees(unit)
                        && asked.map(units -> units.contains(unit)).orElse(true))
                .forEach(seen::add);
        return seen;
    }
}
