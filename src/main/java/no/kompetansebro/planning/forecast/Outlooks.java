package no.kompetansebro.planning.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Coming;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.coverage.Forecasts;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.planning.forecast.Outlook.Need;
import no.kompetansebro.planning.scope.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds out what comes of a scope, with or without what is planned. What is planned has to be judged person by person: of a large
 * employer that takes seconds, so it is done aside and remembered for some minutes.
 */
@Component
class Outlooks {

    private static final int MONTHS_AHEAD = 12;

    private final Coming coming;
    private final Coverage coverage;
    private final Forecasts forecasts;
    private final Persons persons;
    private final PlannedMemory memory;
    private final int atOnce;

    Outlooks(
            Coming coming,
            Coverage coverage,
            Forecasts forecasts,
            Persons persons,
            PlannedMemory memory,
            @Value("${kompetansebro.coverage.remembered-people:5000}") int atOnce) {
        this.coming = coming;
        this.coverage = coverage;
        this.forecasts = forecasts;
        this.persons = persons;
        this.memory = memory;
        this.atOnce = atOnce;
    }

    /** Empty while it is found out. */
    Optional<Outlook> of(Scope scope, boolean planned) {
        boolean anything = coming.isAnythingPlanned();
        boolean aside = planned && anything && persons.areMoreThan(atOnce);
        return aside
                ? memory.find(scope, () -> judged(scope, true, true))
                : Optional.of(judged(scope, planned && anything, anything));
    }

    private Outlook judged(Scope scope, boolean planned, boolean anything) {
        List<Need> needs = new ArrayList<>();
        BiConsumer<Fall, List<ItemCode>> sink = (fall, items) -> needs.add(new Need(fall, items));
        LocalDate until = new Horizon(scope.asOf().date()).until();
        if (planned) {
            coming.needsWithPlanned(scope.viewer(), scope.headline(), until, sink);
        } else {
            coming.needs(scope.viewer(), scope.headline(), until, sink);
        }
        List<LocalDate> months = IntStream.rangeClosed(0, MONTHS_AHEAD)
                .mapToObj(scope.asOf().date()::plusMonths)
                .toList();
        return new Outlook(
                needs,
                coverage.trend(scope.viewer(), scope.headline(), months),
                planned ? forecasts.withPlanned().trend(scope.viewer(), scope.headline(), months) : Map.of(),
                anything,
                Optional.empty());
    }
}
