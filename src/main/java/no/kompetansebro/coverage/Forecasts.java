package no.kompetansebro.coverage;

import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Coverage as it will be if what is planned is done (coverage.md section 10). */
@Component
public class Forecasts {

    private final Coverage withPlanned;

    Forecasts(
            RememberedObligations recorded,
            ObjectProvider<PlannedLearning> planned,
            EmployerCalendar calendar,
            RowNames names,
            RulesBook rules) {
        this.withPlanned =
                new CoverageOfObligations(new PlannedObligations(recorded, planned, calendar), calendar, names, rules);
    }

    /** Coverage with planned learning. On dates up to today it is what {@link Coverage} says. */
    public Coverage withPlanned() {
        return withPlanned;
    }
}
