package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
import no.kompetansebro.training.assigning.AssignedView.Applicant;
import no.kompetansebro.training.assigning.AssignedView.Change;
import no.kompetansebro.training.assigning.AssignedView.Line;
import no.kompetansebro.training.assigning.AssignedView.Row;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.Counts.Count;
import no.kompetansebro.training.assigning.Standings.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of one assignment together. */
@Component
@Transactional(readOnly = true)
class AssignedViews {

    private static final int SHOWN = 500;

    private final Standings standings;
    private final AssignmentHistory history;
    private final Acknowledgements acknowledgements;
    private final Applications applications;
    private final Lexicons lexicons;
    private final Employees employees;
    private final EmployerCalendar calendar;

    AssignedViews(
            Standings standings,
            AssignmentHistory history,
            Acknowledgements acknowledgements,
            Applications applications,
            Lexicons lexicons,
            Employees employees,
            EmployerCalendar calendar) {
        this.standings = standings;
        this.history = history;
        this.acknowledgements = acknowledgements;
        this.applications = applications;
        this.lexicons = lexicons;
        this.employees = employees;
        this.calendar = calendar;
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
                        viewer.employee(),
                        today,
                        standings.answersFor(viewer, standing.assignment(), today),
                        outcome,
                        written,
                        words));
    }

    private AssignedView view(
            Standing standing,
            Optional<EmployeeId> self,
            LocalDate today,
            boolean mayChange,
            String outcome,
            Optional<AssignForm> written,
            Words words) {
        Assignment assignment = standing.assignment();
        Count count = standing.count(today);
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        List<AssignmentHistory.Change> changes = history.of(assignment.id());
        List<Applications.Application> applied = mayChange ? applications.of(assignment.id()) : List.of();
        Map<EmployeeId, Employee> names = employees.find(Stream.of(
                        standing.tasks().stream().map(Task::employee),
                        changes.stream().flatMap(change -> change.by().stream()),
                        applied.stream().map(Applications.Application::employee),
                        applied.stream().flatMap(each -> each.decidedBy().stream()))
                .flatMap(each -> each)
                .collect(Collectors.toSet()));
        return new AssignedView(
                assignment.id().toString(),
                assignment.version(),
                say.items(assignment.wish().items()),
                say.facts(assignment.wish()),
                say.progress(count),
                say.width(count),
                count.isClosed(),
                !assignment.isOpen(),
                mayChange,
                assignment.assignedOn().equals(today),
                outcome,
                written.map(AssignedViews::change).orElseGet(() -> change(assignment.wish())),
                rows(standing, today, names, say, words),
                changes.stream().map(each -> line(each, names, say, words)).toList(),
                applied.stream().map(each -> applicant(each, self, names, say)).toList());
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
                acknowledgements.of(standing.assignment().id());
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

    private Line line(
            AssignmentHistory.Change change, Map<EmployeeId, Employee> names, AssignmentWords say, Words words) {
        return new Line(
                words.date(calendar.dateOf(change.at().toInstant())),
                words.text(
                        "training.assign.act." + change.act().name(),
                        say.who(change.by(), names),
                        say.due(change.due())),
                change.reason());
    }

    private Applicant applicant(
            Applications.Application application,
            Optional<EmployeeId> self,
            Map<EmployeeId, Employee> names,
            AssignmentWords say) {
        boolean own = self.filter(application.employee()::equals).isPresent();
        return new Applicant(
                application.employee().toString(),
                say.who(Optional.of(application.employee()), names),
                application.motivation(),
                say.words().date(calendar.dateOf(application.at().toInstant())),
                application
                        .selected()
                        .map(selected -> decision(application, selected, names, say))
                        .orElseGet(() -> own ? say.words().text("training.assign.oneself") : ""));
    }

    private static String decision(
            Applications.Application application,
            boolean selected,
            Map<EmployeeId, Employee> names,
            AssignmentWords say) {
        return say.words()
                .text(
                        selected ? "training.assign.selected" : "training.assign.declined",
                        say.who(application.decidedBy(), names),
                        application.decision().orElse(""));
    }
}
