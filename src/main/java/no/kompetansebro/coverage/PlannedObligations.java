package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Obligations as they will be if what is planned is done (coverage.md section 10). Planned results lie after today, so that
 * no date up to today changes.
 */
final class PlannedObligations implements Obligations {

    private static final int AT_ONCE = 500;

    private final Obligations recorded;
    private final ObjectProvider<PlannedLearning> planned;
    private final EmployerCalendar calendar;

    PlannedObligations(Obligations recorded, ObjectProvider<PlannedLearning> planned, EmployerCalendar calendar) {
        this.recorded = recorded;
        this.planned = planned;
        this.calendar = calendar;
    }

    @Override
    public <T> T read(Selection selection, Function<Moment, T> answer) {
        LocalDate today = calendar.today();
        List<PlannedLearning.Plan> plans =
                planned.stream().map(learning -> learning.plan(today)).toList();
        return recorded.read(selection, moment -> answer.apply(new Planned(moment, plans, today)));
    }

    /** Each planned result on its date, or the day after today where that is later. */
    static List<Result> after(LocalDate today, List<Result> planned) {
        LocalDate tomorrow = today.plusDays(1);
        return planned.stream()
                .map(result -> result.achievedOn().isAfter(today)
                        ? result
                        : new Result(result.item(), tomorrow, result.score(), result.hours(), result.validUntil()))
                .toList();
    }

    private record Planned(Moment moment, List<PlannedLearning.Plan> plans, LocalDate today) implements Moment {

        @Override
        public Rules rules() {
            return moment.rules();
        }

        @Override
        public List<UnitFacts> units() {
            return moment.units();
        }

        @Override
        public void people(Predicate<Obliged> more) {
            Batch batch = new Batch(this, more);
            moment.people(batch::add);
            batch.end();
        }

        private List<Obliged> withPlans(List<Obliged> people) {
            Map<EmployeeId, Person> persons = new LinkedHashMap<>();
            people.forEach(each -> persons.put(each.id(), each.person()));
            Map<EmployeeId, List<Result>> results = new HashMap<>();
            plans.forEach(plan -> plan.of(persons)
                    .forEach((id, planned) ->
                            results.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(after(today, planned))));
            return people.stream()
                    .map(each -> with(each, results.getOrDefault(each.id(), List.of())))
                    .toList();
        }

        private Obliged with(Obliged each, List<Result> planned) {
            if (planned.isEmpty()) {
                return each;
            }
            Person person = each.person().with(planned);
            return new Obliged(
                    each.id(),
                    person,
                    rules().engine().obligations(person).stream()
                            .sorted(Comparator.comparing(Obligation::requirement))
                            .toList());
        }
    }

    /** People on their way, some at a time, so that each plan is asked seldom. */
    private static final class Batch {

        private final Planned planned;
        private final Predicate<Obliged> more;
        private final List<Obliged> waiting = new ArrayList<>();
        private boolean wanted = true;

        Batch(Planned planned, Predicate<Obliged> more) {
            this.planned = planned;
            this.more = more;
        }

        boolean add(Obliged each) {
            waiting.add(each);
            if (waiting.size() == AT_ONCE) {
                end();
            }
            return wanted;
        }

        void end() {
            wanted = wanted && planned.withPlans(waiting).stream().allMatch(more);
            waiting.clear();
        }
    }
}
