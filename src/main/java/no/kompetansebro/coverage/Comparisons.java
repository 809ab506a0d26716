package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.recalculation.FigureReadings.Seen;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.coverage.recalculation.TraceReadings;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/**
 * How pairs stand on two dates, as all is known today about each (coverage.md section 1): what is counted, of one moment, so that sums
 * over the pairs are the {@link Coverage#figures figures} of the dates. By key of the employee: who shows names asks who may see them.
 */
@Component
public class Comparisons {

    private final Upkeep upkeep;
    private final TraceReadings readings;

    Comparisons(Upkeep upkeep, TraceReadings readings) {
        this.upkeep = upkeep;
        this.readings = readings;
    }

    /**
     * Hands over, employee by employee, each pair that is counted on the question's date or on {@code then}, which is not after it.
     * Whose statuses or single employee the question asks for plays no part.
     */
    public void between(LocalDate then, Viewer viewer, Question question, Consumer<PairTwice> sink) {
        RulesInForce rules = upkeep.catchUp();
        if (!mayAsk(rules, viewer, question)) {
            return;
        }
        Optional<Seen> seen = question.unit().isPresent() || viewer.everything()
                ? Optional.empty()
                : Optional.of(new Seen(viewer.units(), viewer.employee()));
        readings.pairs(
                rules,
                new TraceReadings.Asked(question.unit(), seen, asked(rules, question), then, question.asOf()),
                sink);
    }

    private static boolean mayAsk(RulesInForce rules, Viewer viewer, Question question) {
        return question.unit()
                .map(unit -> viewer.sees(unit) && rules.units().unit(unit).isPresent())
                .orElse(viewer.everything() || !viewer.units().isEmpty());
    }

    private static Set<RequirementCode> asked(RulesInForce rules, Question question) {
        return rules.ofPeople().stream()
                .filter(question::asksFor)
                .map(Requirement::code)
                .collect(Collectors.toSet());
    }
}
