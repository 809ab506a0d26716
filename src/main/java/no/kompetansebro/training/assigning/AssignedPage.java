package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is assigned, how far it has come, and where it is changed. Looks at the names are kept. */
@Controller
class AssignedPage {

    static final String PATH = "/opplaering/tildelt";

    private final AssignedList list;
    private final AssignedViews views;
    private final EnrolOffers enrolling;
    private final Assigning assigning;
    private final EmployerCalendar calendar;
    private final Looks looks;

    AssignedPage(
            AssignedList list,
            AssignedViews views,
            EnrolOffers enrolling,
            Assigning assigning,
            EmployerCalendar calendar,
            Looks looks) {
        this.list = list;
        this.views = views;
        this.enrolling = enrolling;
        this.assigning = assigning;
        this.calendar = calendar;
        this.looks = looks;
    }

    static Looks.Capacity capacity(Viewer viewer) {
        return viewer.leads() ? Looks.Capacity.LEADER : Looks.Capacity.HR;
    }

    @GetMapping(PATH)
    String list(Viewer viewer, Words words, Model model) {
        require(viewer);
        model.addAttribute("assignments", list.of(viewer, calendar.today(), words));
        return "training/tildelt";
    }

    @GetMapping(PATH + "/{id}")
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        require(viewer);
        return page(viewer, words, new AssignmentId(id), AssignedView.known(utfall), Optional.empty(), model);
    }

    /** Another due date and reason; who comes too late sees what it is now, with what they wrote. */
    @PostMapping(PATH + "/{id}/endre")
    String change(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        require(viewer);
        AssignForm form = AssignForm.of(parameters);
        AssignReading reading = new AssignReading(form, calendar.today());
        Optional<Due> due = reading.due();
        Optional<String> reason = reading.reason();
        if (due.isEmpty() || reason.isEmpty()) {
            String error = reading.errors().getFirst();
            return page(viewer, words, new AssignmentId(id), error, Optional.of(form), model);
        }
        Outcome outcome =
                assigning.change(viewer, new AssignmentId(id), versjon, due.get(), reason.get(), calendar.today());
        return outcome instanceof Outcome.Overtaken
                ? page(viewer, words, new AssignmentId(id), AssignedView.known("forbi"), Optional.of(form), model)
                : back(outcome, id, "endret");
    }

    @PostMapping(PATH + "/{id}/trekk")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam(defaultValue = "") String grunn) {
        require(viewer);
        String reason = grunn.substring(0, Math.min(AssignForm.LONGEST, grunn.length()));
        return back(assigning.withdraw(viewer, new AssignmentId(id), versjon, reason, calendar.today()), id, "trukket");
    }

    @PostMapping(PATH + "/{id}/gjenopprett")
    String reopen(Viewer viewer, @PathVariable UUID id, @RequestParam int versjon) {
        require(viewer);
        return back(assigning.reopen(viewer, new AssignmentId(id), versjon, calendar.today()), id, "gjenopprettet");
    }

    /** Who is selected of those who have applied. */
    @PostMapping(PATH + "/{id}/bestem")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam UUID ansatt,
            @RequestParam boolean valgt,
            @RequestParam String grunn) {
        require(viewer);
        String reason = grunn.strip();
        if (reason.isEmpty() || reason.length() > AssignForm.LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the reason is missing or too long");
        }
        LocalDate today = calendar.today();
        return back(
                assigning.decide(viewer, new AssignmentId(id), new EmployeeId(ansatt), valgt, reason, today),
                id,
                "bestemt");
    }

    private String page(
            Viewer viewer, Words words, AssignmentId id, String outcome, Optional<AssignForm> written, Model model) {
        AssignedView view = views.of(viewer, id, calendar.today(), outcome, written, words)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        looks.atList(viewer, capacity(viewer), "tildelt", Optional.of(id.toString()));
        model.addAttribute("view", view);
        enrolling
                .of(viewer, id, calendar.today(), words)
                .ifPresent(offered -> model.addAttribute("enrolling", offered));
        model.addAttribute("today", calendar.today());
        return "training/tildeling";
    }

    private static String back(Outcome outcome, UUID id, String done) {
        return switch (outcome) {
            case Outcome.Done _ -> "redirect:" + PATH + "/" + id + "?utfall=" + done;
            case Outcome.Overtaken _ -> "redirect:" + PATH + "/" + id + "?utfall=forbi";
            case Outcome.Refused _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static void require(Viewer viewer) {
        if (!Reach.mayAssign(viewer) || viewer.employee().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
