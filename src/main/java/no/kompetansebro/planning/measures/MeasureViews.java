package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import org.springframework.stereotype.Component;

/** Says measures in the words of a plan. */
@Component
class MeasureViews {

    private final Lexicons lexicons;
    private final StrategicGoals goals;
    private final Occasions occasions;
    private final Employees employees;

    MeasureViews(Lexicons lexicons, StrategicGoals goals, Occasions occasions, Employees employees) {
        this.lexicons = lexicons;
        this.goals = goals;
        this.occasions = occasions;
        this.employees = employees;
    }

    /** Reads what the measures refer to, once for all of them. */
    Speaking speaking(List<Measure> measures, PlanTree tree, LocalDate asOf, Words words) {
        return new Speaking(
                lexicons.current(),
                goals.all().stream().collect(Collectors.toMap(Goal::id, Function.identity())),
                occasions.held(asOf),
                employees.find(measures.stream()
                        .flatMap(each -> each.place().employee().stream())
                        .toList()),
                tree,
                words);
    }

    /** What is needed to say measures. */
    record Speaking(
            Lexicon lexicon,
            Map<UUID, Goal> goals,
            Map<MeasureId, Integer> held,
            Map<EmployeeId, Employee> people,
            PlanTree tree,
            Words words) {

        MeasureView view(Measure measure) {
            return new MeasureView(
                    PlanPaths.measure(measure.id()),
                    measure.state().name().toLowerCase(Locale.ROOT),
                    words.text(measure.state().key()),
                    columns(measure),
                    plan(measure.place()),
                    goal(measure.wish().closes().goal()),
                    measure.wish().closes().requirements().stream()
                            .map(code -> lexicon.name(code, words))
                            .toList(),
                    measure.wish()
                            .quantity()
                            .map(quantity -> words.text(
                                    "planning.measures.progress", held.getOrDefault(measure.id(), 0), quantity))
                            .orElse(""));
        }

        String plan(Place place) {
            return place.employee()
                    .map(id -> Optional.ofNullable(people.get(id))
                            .map(Employee::name)
                            .orElse(""))
                    .orElseGet(() -> PlanChoices.name(tree.plan(place.unit()), tree, words));
        }

        String goal(Optional<UUID> goal) {
            return goal.map(goals::get).map(Goal::text).orElse("");
        }

        private Columns columns(Measure measure) {
            Columns said = measure.wish().columns();
            String dates = words.text(
                    "planning.measures.dates",
                    words.date(measure.wish().dates().from()),
                    words.lastDay(measure.wish().dates().until()));
            return new Columns(
                    said.goal(),
                    said.measure(),
                    said.targetGroup(),
                    said.extent(),
                    said.timeFrame().isEmpty() ? dates : said.timeFrame(),
                    said.responsible(),
                    said.cost().isEmpty() ? kroner(measure.planned()) : said.cost());
        }

        /** Nothing where it costs nothing. */
        String kroner(BigDecimal amount) {
            return amount.signum() == 0 ? "" : words.text("planning.measures.kroner", words.number(amount));
        }
    }
}
