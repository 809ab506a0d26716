package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.AssignView.Fact;
import no.kompetansebro.training.assigning.AssignedView.Applicant;
import no.kompetansebro.training.assigning.AssignedView.Brief;
import no.kompetansebro.training.assigning.AssignedView.Change;
import no.kompetansebro.training.assigning.AssignedView.Line;
import no.kompetansebro.training.assigning.AssignedView.Row;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.Counts.Count;
import no.kompetansebro.training.assigning.Standings.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is assigned. */
@Component
@Transactional(readOnly = true)
class AssignedViews {

    private static final int SHOWN = 500;

    private final Standings standings;
    private final CountedAssignments counted;
    private final Assignments assignments;
    private final Applications applications;
    private final Lexicons lexicons;
    private final Employees employees;
    private final EmployerCalendar calendar;

    AssignedViews(
            Standings standings,
            CountedAssignments counted,
            Assignments assignments,
            Applications applications,
            Lexicons lexicons,
            Employees employees,
            EmployerCalendar calendar) {
        this.standings = standings;
        this.counted = counted;
        this.assignments = assignments;
        this.applications = applications;
        this.lexicons = lexicons;
        this.employees = employees;
        this.calendar = calendar;
    }

    List<Brief> list(Viewer viewer, LocalDate today, Words words) {
        return shorts(counted.seenBy(viewer, today), words);
    }

    List<Brief> shorts(List<Count> found, Words words) {
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        Map<EmployeeId, Employee> names = employees.find(found.stream()
                .flatMap(each -> each.assignment().assignedBy().stream())
                .toList());
        return found.stream().map(each -> line(each, names, say, words)).toList();
    }

    private static Brief line(Count count, Map<EmployeeId, Employee> names, AssignmentWords say, Words words) {
        Wish wish = count.assignment().wish();
        return new Brief(
                AssignedPage.PATH + "/" + count.assignment().id(),
                say.items(wish.items()),
                say.audience(wish.audience()),
                say.due(wish.due()),
                say.kind(wish.kind()),
                progress(count, words),
                width(count),
                count.behind() == 0 ? "" : words.text("training.assign.behind", count.behind()),
                count.isClosed(),
                words.text(
                        "training.assign.by",
                        name(count.assignment().assignedBy(), names, words),
                        words.date(count.assignment().assignedOn())));
    }

    private static String progress(Count count, Words words) {
        return !count.counted()
                ? words.text("training.assign.progress.many")
                : count.tasks() == 0
                        ? words.text("training.assign.progress.nobody")
                        : words.text("training.assign.progress", count.done(), count.tasks());
    }

    private static String width(Count count) {
        return count.tasks() == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * count.done() / count.tasks());
    }

    private static String name(Optional<EmployeeId> who, Map<EmployeeId, Employee> names, Words words) {
        return who.flatMap(id -> Optional.ofNullable(names.get(id)))
                .map(Employee::name)
                .orElseGet(() -> words.text("training.assign.nobody"));
    }

    /** {@code written}: what somebody wants it changed to, where that could not be done. */
    Optional<AssignedView> of(
            Viewer viewer,
            AssignmentId id,
            LocalDate today,
            String outcome,
            Optional<AssignForm> written,
            Words words) {
        return standings
                .of(viewer, id, today)
                .map(standing -> view(
                        standing,
                        today,
                        standings.answersFor(viewer, standing.assignment(), today),
                        outcome,
                        written,
                        words));
    }

    private AssignedView view(
            Standing standing,
            LocalDate today,
            boolean mayChange,
            String outcome,
            Optional<AssignForm> written,
            Words words) {
        Assignment assignment = standing.assignment();
        Count count = standing.count(today);
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        List<Assignments.Change> history = assignments.history(assignment.id());
        List<Applications.Application> applied = mayChange ? applications.of(assignment.id()) : List.of();
        Map<EmployeeId, Employee> names = employees.find(Stream.of(
                        standing.tasks().stream().map(Task::employee),
                        history.stream().flatMap(change -> change.by().stream()),
                        applied.stream().map(Applications.Application::employee),
                        applied.stream().flatMap(each -> each.decidedBy().stream()))
                .flatMap(each -> each)
                .collect(Collectors.toSet()));
        return new AssignedView(
                assignment.id().toString(),
                assignment.version(),
                say.items(assignment.wish().items()),
                facts(assignment, say, words),
                progress(count, words),
                width(count),
                count.isClosed(),
                !assignment.isOpen(),
                mayChange,
                assignment.assignedOn().equals(today),
                outcome,
                written.map(AssignedViews::change).orElseGet(() -> change(assignment.wish())),
                rows(standing, today, names, say, words),
                history.stream().map(each -> line(each, names, say, words)).toList(),
                applied.stream().map(each -> applicant(each, names, words)).toList());
    }

    private static List<Fact> facts(Assignment assignment, AssignmentWords say, Words words) {
        Wish wish = assignment.wish();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("training.assign.to"), say.audience(wish.audience())));
        facts.add(new Fact(words.text("training.assign.due"), say.due(wish.due())));
        facts.add(new Fact(words.text("training.assign.kind"), say.kind(wish.kind())));
        if (wish.afresh()) {
            facts.add(new Fact(words.text("training.assign.afresh"), words.text("training.assign.afresh.yes")));
        }
        wish.next()
                .ifPresent(next -> facts.add(new Fact(
                        words.text("training.assign.next"),
                        words.text("training.assign.next.text", say.items(next.items()), next.days()))));
        if (!wish.reason().isEmpty()) {
            facts.add(new Fact(words.text("training.assign.reason"), wish.reason()));
        }
        return facts;
    }

    private static Change change(Wish wish) {
        return switch (wish.due()) {
            case Due.On(LocalDate date) -> new Change(true, date.toString(), "", wish.reason());
            case Due.AfterHire(int days) -> new Change(false, "ansettelse", String.valueOf(days), wish.reason());
            case Due.AfterEntry(int days) -> new Change(false, "start", String.valueOf(days), wish.reason());
        };
    }

    private static Change change(AssignForm written) {
        boolean fixed = written.is(AssignForm.DUE, "dato", true);
        return new Change(
                fixed,
                fixed ? written.value(AssignForm.DATE) : written.value(AssignForm.DUE),
                written.value(AssignForm.DAYS),
                written.value(AssignForm.REASON));
    }

    private List<Row> rows(
            Standing standing, LocalDate today, Map<EmployeeId, Employee> names, AssignmentWords say, Words words) {
        Map<EmployeeId, OffsetDateTime> seen =
                assignments.acknowledged(standing.assignment().id());
        Map<EmployeeId, List<Task>> byPerson = standing.tasks().stream()
                .filter(task -> names.containsKey(task.employee()))
                .collect(Collectors.groupingBy(Task::employee, LinkedHashMap::new, Collectors.toList()));
        return byPerson.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<EmployeeId, List<Task>> each) ->
                                each.getValue().stream().noneMatch(Task::isOpen))
                        .thenComparing(each -> named(names, each.getKey()).familyName())
                        .thenComparing(each -> named(names, each.getKey()).givenName()))
                .limit(SHOWN)
                .map(each -> new Row(
                        named(names, each.getKey()).name(),
                        words.date(each.getValue().getFirst().due()),
                        each.getValue().stream()
                                .map(task -> say.chip(task, today))
                                .toList(),
                        Optional.ofNullable(seen.get(each.getKey()))
                                .map(at -> words.date(calendar.dateOf(at.toInstant())))
                                .orElse("")))
                .toList();
    }

    static Employee named(Map<EmployeeId, Employee> names, EmployeeId id) {
        return Optional.ofNullable(names.get(id)).orElseThrow();
    }

    private Line line(Assignments.Change change, Map<EmployeeId, Employee> names, AssignmentWords say, Words words) {
        return new Line(
                words.date(calendar.dateOf(change.at().toInstant())),
                words.text(
                        "training.assign.act." + change.act().name(),
                        name(change.by(), names, words),
                        say.due(change.due())),
                change.reason());
    }

    private Applicant applicant(Applications.Application application, Map<EmployeeId, Employee> names, Words words) {
        return new Applicant(
                application.employee().toString(),
                name(Optional.of(application.employee()), names, words),
                application.motivation(),
                words.date(calendar.dateOf(application.at().toInstant())),
                application
                        .selected()
                        .map(selected -> words.text(
                                selected ? "training.assign.selected" : "training.assign.declined",
                                name(application.decidedBy(), names, words),
                                application.decision().orElse("")))
                        .orElse(""));
    }
}
