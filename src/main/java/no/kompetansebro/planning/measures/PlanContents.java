package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;

/**
 * The measures of a unit's plan (the municipality's without a unit): its own, what it inherits from plans above, and what
 * plans below and single employees have. Each measure is in one of them only, so that a sum counts it once; what is
 * inherited is paid for, and counted, where it was made.
 */
record PlanContents(List<Measure> own, List<Measure> inherited, List<Measure> below) {

    static PlanContents of(Optional<UnitCode> unit, List<Measure> all, PlanTree tree) {
        return new PlanContents(
                of(
                        all,
                        each -> tree.isSame(each.place().unit(), unit)
                                && !each.place().isPersonal()),
                of(
                        all,
                        each -> each.wish().common()
                                && tree.isAbove(each.place().unit(), unit)),
                of(
                        all,
                        each -> tree.isAbove(unit, each.place().unit())
                                || (each.place().isPersonal()
                                        && tree.isSame(each.place().unit(), unit))));
    }

    private static List<Measure> of(List<Measure> all, Predicate<Measure> which) {
        return all.stream().filter(which).toList();
    }

    /** The same, without what is below and not the viewer's to see. */
    PlanContents seenBy(Viewer viewer) {
        return new PlanContents(
                own,
                inherited,
                of(below, each -> each.place().unit().map(viewer::sees).orElse(viewer.everything())));
    }

    /** What the plan has itself and what is below it: all that a sum counts. */
    List<Measure> counted() {
        return Stream.of(own, below).flatMap(List::stream).toList();
    }
}
