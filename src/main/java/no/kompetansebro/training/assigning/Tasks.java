package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.engine.Outlook;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/**
 * What follows from assignments for people: a function of their facts and the date, so that who joins gets what is assigned
 * to a unit and who leaves loses it without anybody doing anything.
 *
 * @param selected who was selected for what is given by application
 * @param today results achieved later do not exist
 */
record Tasks(Outlook outlook, Map<AssignmentId, Set<EmployeeId>> selected, LocalDate today) {

    /** Everything that the assignment gives the person on some date, in order of dates and items. */
    List<Task> of(Assignment assignment, EmployeeId employee, Person person) {
        if (!isFor(assignment, employee)) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        for (DateInterval in :
                outlook.in(assignment.wish().audience().expression(), person).intervals()) {
            dates(assignment, in)
                    .ifPresent(dates -> due(assignment, in, person)
                            .ifPresent(due -> assignment.wish().items().stream()
                                    .map(item -> task(assignment, employee, person, item, dates, due))
                                    .forEach(tasks::add)));
        }
        return tasks;
    }

    /** Those of them that are the person's on the date. */
    List<Task> on(LocalDate date, Assignment assignment, EmployeeId employee, Person person) {
        return of(assignment, employee, person).stream()
                .filter(task -> task.dates().contains(date))
                .toList();
    }

    /** Whether the person may apply for it on the date. */
    boolean isOpenTo(Assignment assignment, EmployeeId employee, Person person, LocalDate date) {
        return assignment.wish().audience().names(employee)
                && outlook.in(assignment.wish().audience().expression(), person).contains(date);
    }

    private boolean isFor(Assignment assignment, EmployeeId employee) {
        return assignment.wish().audience().names(employee)
                && (assignment.wish().kind() != Kind.BY_APPLICATION
                        || selected.getOrDefault(assignment.id(), Set.of()).contains(employee));
    }

    private static Optional<DateInterval> dates(Assignment assignment, DateInterval in) {
        LocalDate from = later(in.from(), assignment.assignedOn());
        LocalDate until =
                assignment.withdrawnOn().filter(end -> end.isBefore(in.until())).orElse(in.until());
        return from.isBefore(until) ? Optional.of(new DateInterval(from, until)) : Optional.empty();
    }

    private Optional<LocalDate> due(Assignment assignment, DateInterval in, Person person) {
        LocalDate hired = outlook.hiredOn(person, in.from()).orElse(in.from());
        return assignment.wish().due().of(in.from(), hired, assignment.assignedOn());
    }

    private Task task(
            Assignment assignment,
            EmployeeId employee,
            Person person,
            ItemCode item,
            DateInterval dates,
            LocalDate due) {
        Optional<LocalDate> since = first(outlook.has(person, item, dates.from(), today));
        if (since.isPresent() || assignment.wish().afresh()) {
            return new Task(assignment, employee, item, dates, due, since, false);
        }
        Optional<LocalDate> before = outlook.has(person, item, LocalDate.MIN, today)
                .intervalContaining(later(due, today))
                .map(DateInterval::from);
        return new Task(assignment, employee, item, dates, due, before, before.isPresent());
    }

    private static Optional<LocalDate> first(Timeline has) {
        return has.intervals().stream().findFirst().map(DateInterval::from);
    }

    /** The items that the person has results in, from the one day on, that count on the day known. */
    Set<ItemCode> held(Person person, LocalDate from) {
        return person.results().stream()
                .map(Result::item)
                .distinct()
                .filter(item -> outlook.has(person, item, from, today).contains(today))
                .collect(Collectors.toSet());
    }

    /** The results that the person would have if everything assigned were done when it is due. */
    List<Result> planned(Assignment assignment, EmployeeId employee, Person person) {
        if (assignment.wish().kind() == Kind.OFFER) {
            return List.of();
        }
        return of(assignment, employee, person).stream()
                .filter(Task::isOpen)
                .filter(task -> task.dates().contains(later(task.due(), today.plusDays(1))))
                .map(task -> Result.planned(task.item(), later(task.due(), today.plusDays(1))))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
