package no.kompetansebro.training.reminders;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a leader reminds an employee of a requirement: one button, and what will come of it. */
@Controller
class NudgePage {

    static final String PATH = "/paminn";

    private static final Set<String> DONE = Set.of("email", "page");

    private final Nudges nudges;
    private final Employees employees;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;
    private final Looks looks;
    private final Clock clock;

    NudgePage(
            Nudges nudges,
            Employees employees,
            Lexicons lexicons,
            EmployerCalendar calendar,
            Looks looks,
            Clock clock) {
        this.nudges = nudges;
        this.employees = employees;
        this.lexicons = lexicons;
        this.calendar = calendar;
        this.looks = looks;
        this.clock = clock;
    }

    /** What the page shows. */
    record View(
            UUID employee,
            String name,
            String requirement,
            String title,
            String text,
            boolean possible,
            boolean done) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam UUID ansatt,
            @RequestParam String krav,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        EmployeeId employee = new EmployeeId(ansatt);
        RequirementCode requirement = new RequirementCode(krav);
        Nudges.Outcome outcome = nudges.look(viewer, employee, requirement, calendar.today())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        looks.atPerson(viewer, capacity(viewer), employee, "paminn", Optional.of(requirement.value()));
        boolean done = DONE.contains(utfall) && outcome instanceof Nudges.Outcome.TooSoon;
        model.addAttribute(
                "view",
                new View(
                        ansatt,
                        employees.find(employee).map(Employee::name).orElse(""),
                        requirement.value(),
                        lexicons.current().name(requirement, words),
                        done ? words.text("training.reminders.nudge.done." + utfall) : text(outcome, words),
                        outcome instanceof Nudges.Outcome.Possible,
                        done));
        return "training/paminn";
    }

    @PostMapping(PATH)
    String remind(Viewer viewer, @RequestParam UUID ansatt, @RequestParam String krav) {
        Nudges.Outcome outcome = nudges.remind(
                        viewer, new EmployeeId(ansatt), new RequirementCode(krav), calendar.today(), clock.instant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String done = outcome instanceof Nudges.Outcome.Done(boolean byEmail) ? byEmail ? "email" : "page" : "";
        return UriComponentsBuilder.fromPath("redirect:" + PATH)
                .queryParam("ansatt", "{employee}")
                .queryParam("krav", "{requirement}")
                .queryParam("utfall", "{outcome}")
                .encode()
                .buildAndExpand(ansatt, krav, done)
                .toUriString();
    }

    private static Looks.Capacity capacity(Viewer viewer) {
        return viewer.plans() ? Looks.Capacity.HR : Looks.Capacity.LEADER;
    }

    private static String text(Nudges.Outcome outcome, Words words) {
        return switch (outcome) {
            case Nudges.Outcome.Possible(boolean byEmail) ->
                words.text("training.reminders.nudge.possible." + (byEmail ? "email" : "page"));
            case Nudges.Outcome.TooSoon soon ->
                words.text("training.reminders.nudge.soon", words.date(soon.last()), words.date(soon.again()));
            case Nudges.Outcome.Done _ -> "";
            case Nudges.Outcome.Away _ -> words.text("training.reminders.nudge.away");
        };
    }
}
