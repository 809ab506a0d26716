package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Participations.Participation;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanVersions.Decision;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan as it stood when it was decided on, the decisions, and how the unions took part. */
@Controller
class PlanVersionsPage {

    private final PlanVersions versions;
    private final Participations participations;
    private final PlanSheets sheets;
    private final PlanVersionViews views;
    private final PlanChoices choices;
    private final PlanDoors doors;
    private final EmployerCalendar calendar;

    PlanVersionsPage(
            PlanVersions versions,
            Participations participations,
            PlanSheets sheets,
            PlanVersionViews views,
            PlanChoices choices,
            PlanDoors doors,
            EmployerCalendar calendar) {
        this.versions = versions;
        this.participations = participations;
        this.sheets = sheets;
        this.views = views;
        this.choices = choices;
        this.doors = doors;
        this.calendar = calendar;
    }

    @GetMapping(PlanPaths.VERSIONS)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        return page(viewer, chosen, "", PlanFields.empty(), utfall, words, model);
    }

    @GetMapping(PlanPaths.VERSIONS + "/{id}")
    String read(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        Chosen chosen = chosen(viewer, id, words);
        model.addAttribute("view", views.old(viewer, chosen, id, words).orElseThrow(PlanDoors::notFound));
        return "planning/tiltak-versjon";
    }

    /** Keeps the plan as it stands as its next version. */
    @PostMapping(PlanPaths.VERSIONS)
    String keep(
            Viewer viewer,
            Words words,
            @RequestParam String enhet,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        doors.requireChange(viewer, chosen.place(), "VERSION");
        PlanFields fields = new PlanFields(parameters);
        String title = fields.required("tittel", PlanFields.SHORT);
        if (!fields.sound()) {
            return page(viewer, chosen, "versjon", fields, "", words, model);
        }
        LocalDate today = calendar.today();
        String content = sheets.of(viewer, chosen, today, words).json();
        versions.add(chosen.plan(), title, content, today, viewer.employee());
        return PlanPaths.back(PlanPaths.VERSIONS, chosen.plan(), "lagret");
    }

    @PostMapping(PlanPaths.VERSIONS + "/{id}")
    String decide(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = chosen(viewer, id, words);
        doors.requireChange(viewer, chosen.place(), "DECISION");
        PlanFields fields = new PlanFields(parameters);
        String body = fields.required("organ", PlanFields.SHORT);
        Optional<LocalDate> on = fields.date("dato");
        String caseNo = fields.text("saksnummer", PlanFields.SHORT);
        String outcome = fields.required("vedtak", PlanFields.LONG);
        if (!fields.sound()) {
            return page(viewer, chosen, id.toString(), fields, "", words, model);
        }
        versions.decide(id, new Decision(body, on.orElseThrow(), caseNo, outcome), viewer.employee());
        return PlanPaths.back(PlanPaths.VERSIONS, chosen.plan(), "lagret");
    }

    @PostMapping(PlanPaths.VERSIONS + "/medvirkning")
    String meet(
            Viewer viewer,
            Words words,
            @RequestParam String enhet,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        doors.requireChange(viewer, chosen.place(), "PARTICIPATION");
        PlanFields fields = new PlanFields(parameters);
        String forum = fields.required("forum", PlanFields.SHORT);
        Optional<LocalDate> on = fields.date("dato");
        String unions = fields.required("organisasjoner", PlanFields.LONG);
        String subject = fields.text("tema", PlanFields.LONG);
        String outcome = fields.text("resultat", PlanFields.LONG);
        if (!fields.sound()) {
            return page(viewer, chosen, "medvirkning", fields, "", words, model);
        }
        participations.add(
                chosen.plan(), new Participation(on.orElseThrow(), forum, unions, subject, outcome), viewer.employee());
        return PlanPaths.back(PlanPaths.VERSIONS, chosen.plan(), "lagret");
    }

    private Chosen chosen(Viewer viewer, UUID version, Words words) {
        Place place = versions.place(version).orElseThrow(PlanDoors::notFound);
        return choices.chosen(viewer, place.unit().map(UnitCode::value).orElse(PlanPaths.MUNICIPALITY), words);
    }

    private String page(
            Viewer viewer, Chosen chosen, String form, PlanFields fields, String outcome, Words words, Model model) {
        model.addAttribute("view", views.of(viewer, chosen, form, fields, outcome, words));
        return "planning/tiltak-plan";
    }
}
