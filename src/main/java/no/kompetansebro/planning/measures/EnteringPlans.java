package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.EducationSupply.Kind;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters a plan that is there already on paper, whole: goals, needs with their strategies, measures, educations. Asks nobody
 * whether they may: who calls answers for that. Works for the employer in {@link no.kompetansebro.shared.EmployerScope}.
 */
@Component
@Transactional
public class EnteringPlans {

    private final StrategicGoals goals;
    private final PlanNeeds needs;
    private final Measures measures;
    private final EducationTracks tracks;
    private final Bindings bindings;

    EnteringPlans(StrategicGoals goals, PlanNeeds needs, Measures measures, EducationTracks tracks, Bindings bindings) {
        this.goals = goals;
        this.needs = needs;
        this.measures = measures;
        this.tracks = tracks;
        this.bindings = bindings;
    }

    /**
     * A measure as a plan has it.
     *
     * @param unit whose plan; empty for the municipality's
     * @param common whether plans below have it too
     * @param columns goal, measure, target group, extent, time frame, responsible, cost: seven texts
     * @param goal the number of the strategic goal
     * @param need the text of the need in the same plan
     * @param costs planned kroner by year
     * @param state {@code PLANNED}, {@code RUNNING}, {@code DONE} or {@code CANCELLED}
     */
    public record Line(
            Optional<UnitCode> unit,
            boolean common,
            List<String> columns,
            DateInterval dates,
            Optional<Integer> goal,
            Optional<String> need,
            List<RequirementCode> requirements,
            Optional<Integer> quantity,
            Map<Integer, BigDecimal> costs,
            String state) {}

    /** A need of a unit, met by strategies: the names of {@code Strategy}. */
    public record NeedLine(UnitCode unit, String need, List<String> strategies) {}

    /** Adds a strategic goal. */
    public void goal(int number, String name, int fromYear, int toYear) {
        goals.add(new Goal.Content(number, name, fromYear, toYear));
    }

    /** Adds the needs, then the measures. */
    public void plan(List<NeedLine> needLines, List<Line> lines, EmployeeId by) {
        Map<String, UUID> known = new HashMap<>();
        needLines.forEach(line -> known.put(
                line.need(),
                needs.add(
                        Optional.of(line.unit()),
                        line.need(),
                        line.strategies().stream().map(Strategy::valueOf).toList())));
        Map<Integer, UUID> numbered = new HashMap<>();
        goals.all().forEach(goal -> numbered.putIfAbsent(goal.content().number(), goal.id()));
        lines.forEach(line -> enter(line, known, numbered, by));
    }

    private void enter(Line line, Map<String, UUID> needIds, Map<Integer, UUID> goalIds, EmployeeId by) {
        List<String> texts = line.columns();
        MeasureId id = measures.add(
                new Wish(
                        new Place(line.unit(), Optional.empty()),
                        line.common(),
                        new Columns(
                                texts.get(0),
                                texts.get(1),
                                texts.get(2),
                                texts.get(3),
                                texts.get(4),
                                texts.get(5),
                                texts.get(6)),
                        line.dates(),
                        new Closes(line.goal().map(goalIds::get), line.need().map(needIds::get), line.requirements()),
                        line.quantity(),
                        line.costs().entrySet().stream()
                                .map(cost -> new YearCost(cost.getKey(), cost.getValue(), Optional.empty()))
                                .toList()),
                Optional.of(by));
        MeasureState state = MeasureState.valueOf(line.state());
        if (state != MeasureState.PLANNED) {
            measures.state(id, 1, state, "", by);
        }
    }

    /** Adds an education of the employee, with the binding time that follows it; no months for none. */
    public void education(
            EmployeeId employee,
            Kind kind,
            String name,
            List<ItemCode> items,
            DateInterval fromToExpected,
            BigDecimal support,
            int months,
            EmployeeId by) {
        LocalDate expected = fromToExpected.until();
        UUID track = tracks.add(
                employee,
                new Track.Content(kind, name, items, Optional.empty(), fromToExpected.from(), expected),
                Optional.of(by));
        if (months > 0) {
            bindings.add(
                    new Bindings.Agreed(employee, Optional.of(track), name, support, months, expected),
                    Optional.of(by));
        }
    }
}
