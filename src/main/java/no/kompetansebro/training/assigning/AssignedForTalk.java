package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.training.proof.AssignedToSomebody;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says on the sheet for the talk what is assigned to somebody, and how far it is. */
@Component
@Transactional(readOnly = true)
class AssignedForTalk implements AssignedToSomebody {

    private final Assignments assignments;
    private final Acknowledgements acknowledgements;
    private final Standings standings;
    private final Persons persons;
    private final Items items;
    private final Employees employees;
    private final Lexicons lexicons;

    AssignedForTalk(
            Assignments assignments,
            Acknowledgements acknowledgements,
            Standings standings,
            Persons persons,
            Items items,
            Employees employees,
            Lexicons lexicons) {
        this.assignments = assignments;
        this.acknowledgements = acknowledgements;
        this.standings = standings;
        this.persons = persons;
        this.items = items;
        this.employees = employees;
        this.lexicons = lexicons;
    }

    /** A task, and how much of its programme is done; {@code of}: parts, 0 where it has none. */
    private record Got(Task task, int parts, int of) {}

    @Override
    public List<Line> of(EmployeeId employee, LocalDate today, Words words) {
        List<Got> got = got(employee, today);
        Set<AssignmentId> seen = acknowledgements.by(employee);
        Map<EmployeeId, Employee> names = employees.find(got.stream()
                .flatMap(each -> each.task().assignment().assignedBy().stream())
                .toList());
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        return got.stream()
                .sorted(Comparator.comparing((Got each) -> !each.task().isOpen())
                        .thenComparing(each -> each.task().due()))
                .map(each -> line(each, today, seen, names, say, words))
                .toList();
    }

    private List<Got> got(EmployeeId employee, LocalDate today) {
        List<Assignment> all = assignments.on(today);
        List<Got> got = new ArrayList<>();
        if (!all.isEmpty()) {
            Tasks tasks = standings.tasks(today);
            Programmes programmes = Programmes.of(items.all());
            persons.of(
                    List.of(employee),
                    (id, person) -> all.forEach(each -> tasks.on(today, each, id, person).stream()
                            .filter(task -> task.done()
                                    .filter(done -> done.isBefore(today.minusYears(1)))
                                    .isEmpty())
                            .map(task -> got(task, person, tasks, programmes))
                            .forEach(got::add)));
        }
        return got;
    }

    private static Got got(Task task, Person person, Tasks tasks, Programmes programmes) {
        int of = programmes.parts(task.item()).size();
        return new Got(
                task,
                of == 0
                        ? 0
                        : programmes
                                .done(task.item(), tasks.held(person, task.countsFrom()))
                                .size(),
                of);
    }

    private static Line line(
            Got got,
            LocalDate today,
            Set<AssignmentId> seen,
            Map<EmployeeId, Employee> names,
            AssignmentWords say,
            Words words) {
        Task task = got.task();
        AssignmentWords.Chip chip = say.chip(task, today);
        return new Line(
                say.items(List.of(task.item())),
                about(got, seen.contains(task.assignment().id()), names, say, words),
                task.assignment().wish().kind() == Kind.OFFER ? "" : words.date(task.due()),
                new Status(chip.code(), chip.text()));
    }

    private static String about(
            Got got, boolean seen, Map<EmployeeId, Employee> names, AssignmentWords say, Words words) {
        Assignment assignment = got.task().assignment();
        String day = words.date(assignment.assignedOn());
        String from = assignment
                .assignedBy()
                .map(names::get)
                .map(by -> words.text("training.mine.from", by.name(), day))
                .orElseGet(() -> words.text("training.mine.since", day));
        Stream<String> parts =
                got.of() == 0 ? Stream.of() : Stream.of(words.text("training.talk.parts", got.parts(), got.of()));
        Stream<String> acknowledged = assignment.wish().kind() == Kind.IMPOSED
                ? Stream.of(words.text(seen ? "training.talk.seen" : "training.talk.unseen"))
                : Stream.of();
        return Stream.of(Stream.of(say.kind(assignment.wish().kind()), from), parts, acknowledged)
                .flatMap(each -> each)
                .collect(Collectors.joining(" · "));
    }
}
