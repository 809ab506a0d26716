package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One measure: what it is, how far it has come, what it has led to. */
@Controller
class MeasurePage {

    private static final String ONE = PlanPaths.MEASURES + "/{id}";
    private static final List<String> OUTCOMES =
            List.of("laget", "lagret", "endret", "status", "gang", "spurt", "vurdert");

    private final Measures measures;
    private final MeasurePageViews views;
    private final EditingMeasures editing;
    private final FollowingUp following;
    private final PlanDoors doors;
    private final EmployerCalendar calendar;
    private final Looks looks;

    MeasurePage(
            Measures measures,
            MeasurePageViews views,
            EditingMeasures editing,
            FollowingUp following,
            PlanDoors doors,
            EmployerCalendar calendar,
            Looks looks) {
        this.measures = measures;
        this.views = views;
        this.editing = editing;
        this.following = following;
        this.doors = doors;
        this.calendar = calendar;
        this.looks = looks;
    }

    @GetMapping(ONE)
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Measure measure = doors.toRead(viewer, measures.find(new MeasureId(id)));
        String outcome = OUTCOMES.contains(utfall) ? "planning.measures.outcome." + utfall : "";
        return page(viewer, measure, PlanFields.empty(), outcome, words, model);
    }

    /** Gives it another state; what is cancelled says why. */
    @PostMapping(ONE + "/status")
    String state(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam MeasureState status,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), status.name());
        PlanFields fields = new PlanFields(parameters);
        String reason = status == MeasureState.CANCELLED
                ? fields.required("grunn", PlanFields.LONG)
                : fields.text("grunn", PlanFields.LONG);
        return fields.sound()
                ? back(measure, editing.state(viewer, measure.id(), versjon, status, reason), "status")
                : page(viewer, measure, fields, "", words, model);
    }

    /** Lets participants be asked from today on. */
    @PostMapping(ONE + "/spor")
    String ask(Viewer viewer, @PathVariable UUID id, @RequestParam int versjon) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), "EVALUATE");
        return back(measure, editing.evaluate(viewer, measure.id(), versjon, calendar.today()), "spurt");
    }

    @PostMapping(ONE + "/gang")
    String hold(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), "HOLD");
        PlanFields fields = new PlanFields(parameters);
        return following.hold(viewer, measure, fields, calendar.today())
                ? back(measure, new Outcome.Done(id), "gang")
                : page(viewer, measure, fields, "", words, model);
    }

    /** Lets a time not count, for a reason, or count again. */
    @PostMapping(ONE + "/gang/{gang}")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID gang,
            @RequestParam(defaultValue = "") String grunn) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), "HOLD");
        following.count(measure, gang, Optional.of(grunn.strip()).filter(reason -> !reason.isEmpty()));
        return back(measure, new Outcome.Done(id), "gang");
    }

    /** What the leader thinks that it has led to. */
    @PostMapping(ONE + "/vurdering")
    String review(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), "REVIEW");
        PlanFields fields = new PlanFields(parameters);
        return following.review(viewer, measure, fields, calendar.today())
                ? back(measure, new Outcome.Done(id), "vurdert")
                : page(viewer, measure, fields, "", words, model);
    }

    /** What a participant thinks of it. */
    @PostMapping(ONE + "/mening")
    String answer(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        Measure measure = measures.find(new MeasureId(id)).orElseThrow(PlanDoors::notFound);
        boolean kept = following.answer(viewer, measure, new PlanFields(parameters), calendar.today());
        return "redirect:/min-kompetanse?mening=" + (kept ? "takk" : "mangler") + "#mine-tiltak";
    }

    private String back(Measure measure, Outcome outcome, String done) {
        boolean overtaken = outcome instanceof Outcome.Overtaken;
        if (!overtaken) {
            doors.done(outcome);
        }
        return "redirect:" + PlanPaths.measure(measure.id()) + "?utfall=" + (overtaken ? "endret" : done);
    }

    private String page(Viewer viewer, Measure measure, PlanFields fields, String outcome, Words words, Model model) {
        measure.place()
                .employee()
                .ifPresent(person -> looks.atPerson(
                        viewer,
                        PlanRights.capacity(viewer),
                        person,
                        "tiltak",
                        Optional.of(measure.id().toString())));
        model.addAttribute("view", views.of(viewer, measure, fields, outcome, calendar.today(), words));
        return "planning/tiltak-ett";
    }
}
