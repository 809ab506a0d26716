package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.lms.Doors;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.AssignedView.Mine;
import no.kompetansebro.training.assigning.AssignedView.Offer;
import no.kompetansebro.training.assigning.AssignedView.Own;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** <i>Min opplæring</i> on <i>Min kompetanse</i>: what is assigned to oneself, and what one does about it. */
@Controller
@Order(10)
class MyLearning implements PageSection {

    private static final String PATH = "/opplaering/min";
    private static final String BACK = "redirect:/min-kompetanse#min-opplaering";

    private final Standings standings;
    private final Acknowledgements acknowledgements;
    private final Applications applications;
    private final OwnSteps steps;
    private final Lexicons lexicons;
    private final Employees employees;
    private final Doors doors;
    private final EmployerCalendar calendar;

    MyLearning(
            Standings standings,
            Acknowledgements acknowledgements,
            Applications applications,
            OwnSteps steps,
            Lexicons lexicons,
            Employees employees,
            Doors doors,
            EmployerCalendar calendar) {
        this.standings = standings;
        this.acknowledgements = acknowledgements;
        this.applications = applications;
        this.steps = steps;
        this.lexicons = lexicons;
        this.employees = employees;
        this.doors = doors;
        this.calendar = calendar;
    }

    @Override
    public Place place() {
        return Place.EARLY;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself(EmployeeId me) -> mine(me, asked.asOf(), asked.words());
            case Subject.OfUnit _ -> Optional.empty();
        };
    }

    private Optional<Content> mine(EmployeeId me, AsOf asOf, Words words) {
        List<Task> tasks = standings.of(me, asOf.date(), asOf.today());
        List<Assignment> offers = asOf.isToday() ? standings.toApplyFor(me, asOf.date()) : List.of();
        if (tasks.isEmpty() && offers.isEmpty()) {
            return Optional.empty();
        }
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        Set<AssignmentId> seen = acknowledgements.by(me);
        Map<EmployeeId, Employee> names = employees.find(tasks.stream()
                .flatMap(task -> task.assignment().assignedBy().stream())
                .toList());
        Mine mine = new Mine(
                tasks.stream()
                        .filter(Task::isOpen)
                        .sorted((a, b) -> a.due().compareTo(b.due()))
                        .map(task -> own(task, asOf, seen, names, say, words))
                        .toList(),
                tasks.stream()
                        .filter(task -> !task.isOpen())
                        .map(task -> own(task, asOf, seen, names, say, words))
                        .toList(),
                offers.stream()
                        .flatMap(each -> offer(each, me, say, words).stream())
                        .toList());
        return Optional.of(new Content("training/deler", "mine", mine));
    }

    private Own own(
            Task task,
            AsOf asOf,
            Set<AssignmentId> seen,
            Map<EmployeeId, Employee> names,
            AssignmentWords say,
            Words words) {
        Assignment assignment = task.assignment();
        boolean imposed = assignment.wish().kind() == Kind.IMPOSED;
        boolean acknowledged = seen.contains(assignment.id());
        LocalDate day = asOf.date();
        return new Own(
                assignment.id().toString(),
                say.items(List.of(task.item())),
                say.kind(assignment.wish().kind()),
                assignment
                        .assignedBy()
                        .flatMap(by -> Optional.ofNullable(names.get(by)))
                        .map(by -> words.text("training.mine.from", by.name(), words.date(assignment.assignedOn())))
                        .orElseGet(() -> words.text("training.mine.since", words.date(assignment.assignedOn()))),
                assignment.wish().reason(),
                assignment.wish().kind() == Kind.OFFER ? "" : words.date(task.due()),
                say.chip(task, day),
                imposed && !acknowledged && task.isOpen() && asOf.isToday(),
                imposed && acknowledged,
                task.isOpen() && asOf.isToday()
                        ? doors.of(task.employee(), task.item())
                                .map(Object::toString)
                                .orElse("")
                        : "");
    }

    /** What has been decided is no offer any more. */
    private Optional<Offer> offer(Assignment offered, EmployeeId me, AssignmentWords say, Words words) {
        Optional<Applications.Application> own = applications.of(offered.id()).stream()
                .filter(each -> each.employee().equals(me))
                .findFirst();
        return own.flatMap(Applications.Application::selected).isPresent()
                ? Optional.empty()
                : Optional.of(new Offer(
                        offered.id().toString(),
                        say.items(offered.wish().items()),
                        offered.wish().reason(),
                        say.due(offered.wish().due()),
                        own.map(each -> words.date(calendar.dateOf(each.at().toInstant())))
                                .orElse("")));
    }

    @PostMapping(PATH + "/{id}/sett")
    String acknowledge(Viewer viewer, @PathVariable UUID id) {
        return back(steps.acknowledge(me(viewer), new AssignmentId(id), calendar.today()));
    }

    @PostMapping(PATH + "/{id}/sok")
    String apply(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String hvorfor) {
        String why = hvorfor.strip();
        return back(steps.apply(
                me(viewer),
                new AssignmentId(id),
                why.substring(0, Math.min(AssignForm.LONGEST, why.length())),
                calendar.today()));
    }

    private static EmployeeId me(Viewer viewer) {
        return viewer.employee().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static String back(boolean done) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return BACK;
    }
}
