package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Bindings.Agreed;
import no.kompetansebro.planning.measures.EducationForms.Written;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Educations of employees over months and years, and how long they are bound by them. */
@Controller
class EducationPage {

    private static final List<String> OUTCOMES = List.of("lagret", "endret");

    private final EducationTracks tracks;
    private final Bindings bindings;
    private final EducationForms forms;
    private final EducationViews views;
    private final PlanChoices choices;
    private final PlanDoors doors;
    private final Looks looks;

    EducationPage(
            EducationTracks tracks,
            Bindings bindings,
            EducationForms forms,
            EducationViews views,
            PlanChoices choices,
            PlanDoors doors,
            Looks looks) {
        this.tracks = tracks;
        this.bindings = bindings;
        this.forms = forms;
        this.views = views;
        this.choices = choices;
        this.doors = doors;
        this.looks = looks;
    }

    @GetMapping(PlanPaths.EDUCATION)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        String outcome = OUTCOMES.contains(utfall) ? "planning.measures.outcome." + utfall : "";
        return page(viewer, asOf, enhet, "", PlanFields.empty(), outcome, words, model);
    }

    @PostMapping(PlanPaths.EDUCATION + "/lop")
    String begin(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam String enhet,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        PlanFields fields = new PlanFields(parameters);
        Optional<Written> written = forms.track(viewer, fields, asOf.today());
        if (written.isEmpty()) {
            return page(viewer, asOf, enhet, "lop", fields, "", words, model);
        }
        doors.requireAbout(viewer, written.get().employee(), "TRACK");
        tracks.add(written.get().employee(), written.get().content(), viewer.employee());
        return PlanPaths.back(PlanPaths.EDUCATION, chosen.plan(), "lagret");
    }

    /** Ends an education, lets it go on, or expects its end on another day. */
    @PostMapping(PlanPaths.EDUCATION + "/lop/{id}")
    String end(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @PathVariable UUID id,
            @RequestParam String enhet,
            @RequestParam int versjon,
            @RequestParam Optional<Track.State> status,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Track track = tracks.find(id).orElseThrow(PlanDoors::notFound);
        doors.requireAbout(viewer, track.employee(), "TRACK");
        Chosen chosen = choices.chosen(viewer, enhet, words);
        PlanFields fields = new PlanFields(parameters);
        boolean ongoing = status.filter(each -> each == Track.State.ONGOING).isPresent();
        Optional<LocalDate> date = ongoing ? Optional.empty() : fields.date("dato");
        String reason = status.filter(each -> each == Track.State.BROKEN_OFF).isPresent()
                ? fields.required("grunn", PlanFields.LONG)
                : "";
        if (status.isPresent()) {
            date.filter(asOf.today()::isBefore).ifPresent(_ -> fields.wrong("dato", "planning.measures.error.future"));
        }
        date.filter(day -> !day.isAfter(track.content().from()))
                .ifPresent(_ -> fields.wrong("dato", "planning.measures.error.before"));
        if (!fields.sound()) {
            return page(viewer, asOf, enhet, id.toString(), fields, "", words, model);
        }
        boolean done = status.map(state -> tracks.end(id, versjon, state, date, reason))
                .orElseGet(() -> tracks.expect(id, versjon, date.orElseThrow()));
        return PlanPaths.back(PlanPaths.EDUCATION, chosen.plan(), done ? "lagret" : "endret");
    }

    @PostMapping(PlanPaths.EDUCATION + "/binding")
    String bind(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam String enhet,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        PlanFields fields = new PlanFields(parameters);
        Optional<Agreed> agreed = forms.agreed(viewer, fields, asOf.today());
        if (agreed.isEmpty()) {
            return page(viewer, asOf, enhet, "binding", fields, "", words, model);
        }
        doors.requireAbout(viewer, agreed.get().employee(), "BINDING");
        bindings.add(agreed.get(), viewer.employee());
        return PlanPaths.back(PlanPaths.EDUCATION, chosen.plan(), "lagret");
    }

    /** Ends binding time before it is over, for a reason. */
    @PostMapping(PlanPaths.EDUCATION + "/binding/{id}")
    String release(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @PathVariable UUID id,
            @RequestParam String enhet,
            @RequestParam int versjon,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Binding binding = bindings.find(id).orElseThrow(PlanDoors::notFound);
        EmployeeId person = binding.employee();
        doors.requireAbout(viewer, person, "BINDING");
        Chosen chosen = choices.chosen(viewer, enhet, words);
        PlanFields fields = new PlanFields(parameters);
        Optional<LocalDate> date = fields.date("dato");
        String reason = fields.required("grunn", PlanFields.LONG);
        if (!fields.sound()) {
            return page(viewer, asOf, enhet, id.toString(), fields, "", words, model);
        }
        boolean done = bindings.end(id, versjon, date.orElseThrow(), reason);
        return PlanPaths.back(PlanPaths.EDUCATION, chosen.plan(), done ? "lagret" : "endret");
    }

    private String page(
            Viewer viewer,
            AsOf asOf,
            String unit,
            String form,
            PlanFields fields,
            String outcome,
            Words words,
            Model model) {
        Chosen chosen = choices.chosen(viewer, unit, words);
        looks.atList(
                viewer, PlanRights.capacity(viewer), "utdanning", chosen.plan().map(UnitCode::value));
        model.addAttribute(
                "dates",
                DateControl.of(
                        asOf, words, PlanPaths.EDUCATION, Map.of(PlanPaths.UNIT, PlanPaths.name(chosen.plan()))));
        model.addAttribute("today", asOf.today());
        model.addAttribute("view", views.of(viewer, chosen, asOf, form, fields, outcome, words));
        return "planning/tiltak-utdanning";
    }
}
