package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Measure.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes measures and changes them, where nobody else has in the meantime. What somebody may not do is refused, and kept. */
@Component
@Transactional
class EditingMeasures {

    private final Measures measures;
    private final PlanRights rights;

    EditingMeasures(Measures measures, PlanRights rights) {
        this.measures = measures;
        this.rights = rights;
    }

    Outcome add(Viewer viewer, Wish wish) {
        return rights.mayChange(viewer, wish.place())
                ? new Outcome.Done(measures.add(wish, viewer.employee()).value())
                : rights.refused(viewer, "ADD", detail(wish.place()));
    }

    /** Makes all of them or, where one is refused, none: the first that is says so. */
    Outcome addAll(Viewer viewer, List<Wish> wishes) {
        for (Wish wish : wishes) {
            if (!rights.mayChange(viewer, wish.place())) {
                return rights.refused(viewer, "ADD", detail(wish.place()));
            }
        }
        List<MeasureId> made = wishes.stream()
                .map(wish -> measures.add(wish, viewer.employee()))
                .toList();
        return made.isEmpty()
                ? new Outcome.Unknown()
                : new Outcome.Done(made.getFirst().value());
    }

    /** Makes it what is wished, also in another plan where both are the viewer's to change. */
    Outcome change(Viewer viewer, MeasureId id, int version, Wish wish) {
        return rights.mayChange(viewer, wish.place())
                ? with(viewer, id, "CHANGE", (_, by) -> measures.change(id, version, wish, by))
                : rights.refused(viewer, "CHANGE", detail(wish.place()));
    }

    Outcome state(Viewer viewer, MeasureId id, int version, MeasureState state, String reason) {
        return with(viewer, id, state.name(), (_, by) -> measures.state(id, version, state, reason, by));
    }

    Outcome evaluate(Viewer viewer, MeasureId id, int version, LocalDate from) {
        return with(viewer, id, "EVALUATE", (_, by) -> measures.evaluate(id, version, from, by));
    }

    /** Does something with the measure, where the viewer may change it. */
    Outcome with(Viewer viewer, MeasureId id, String act, BiPredicate<Measure, EmployeeId> work) {
        Optional<Measure> found = measures.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!rights.mayChange(viewer, found.get().place())) {
            return rights.refused(viewer, act, id.toString());
        }
        return work.test(found.get(), viewer.employee().orElseThrow())
                ? new Outcome.Done(id.value())
                : new Outcome.Overtaken();
    }

    private static String detail(Place place) {
        return place.unit().map(UnitCode::value).orElse("");
    }
}
