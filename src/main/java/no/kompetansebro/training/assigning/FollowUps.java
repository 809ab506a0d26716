package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.evidence.ResultRecorded;
import no.kompetansebro.imports.ImportApplied;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assigns what follows: when a leader has done what was assigned to them, their staff gets what is to come next (a leader
 * who holds X trains the own staff in X). Once for each unit, whoever leads it.
 */
@Component
class FollowUps {

    private final Assignments assignments;
    private final Standings standings;
    private final Persons persons;
    private final Employments employments;
    private final EmployerCalendar calendar;

    FollowUps(
            Assignments assignments,
            Standings standings,
            Persons persons,
            Employments employments,
            EmployerCalendar calendar) {
        this.assignments = assignments;
        this.standings = standings;
        this.persons = persons;
        this.employments = employments;
        this.calendar = calendar;
    }

    @EventListener
    @Transactional
    public void on(ResultRecorded recorded) {
        List<Assignment> waiting = assignments.withNext();
        if (!waiting.isEmpty()
                && !unitsLedBy(recorded.employee(), calendar.today()).isEmpty()) {
            waiting.forEach(each -> followUp(each, sink -> persons.of(List.of(recorded.employee()), sink)));
        }
    }

    @EventListener
    @Transactional
    public void on(ImportApplied applied) {
        assignments
                .withNext()
                .forEach(each ->
                        followUp(each, sink -> standings.each(each.wish().audience(), sink)));
    }

    /** {@code among}: hands over the people who may have done it. */
    private void followUp(Assignment assignment, Consumer<BiConsumer<EmployeeId, Person>> among) {
        LocalDate today = calendar.today();
        Tasks tasks = standings.tasks(today);
        among.accept((employee, person) -> assignment
                .wish()
                .next()
                .filter(_ -> hasDone(tasks, assignment, employee, person))
                .ifPresent(next -> unitsLedBy(employee, today).forEach(unit -> add(assignment, next, unit, today))));
    }

    private static boolean hasDone(Tasks tasks, Assignment assignment, EmployeeId employee, Person person) {
        List<Task> own = tasks.on(tasks.today(), assignment, employee, person);
        return !own.isEmpty() && own.stream().noneMatch(Task::isOpen);
    }

    private void add(Assignment assignment, Next next, UnitCode unit, LocalDate today) {
        if (!assignments.isFollowedIn(assignment.id(), unit)) {
            Wish wish = new Wish(
                    next.items(),
                    assignment.wish().kind(),
                    new Audience.Unit(unit),
                    new Due.On(today.plusDays(next.days())),
                    false,
                    assignment.wish().reason(),
                    Optional.empty());
            assignments.add(wish, assignment.assignedBy(), today, Optional.of(assignment.id()));
        }
    }

    private Set<UnitCode> unitsLedBy(EmployeeId employee, LocalDate date) {
        return employments.of(employee, date).stream()
                .map(Employment::leads)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
