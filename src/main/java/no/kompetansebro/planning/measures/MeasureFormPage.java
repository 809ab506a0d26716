package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.planning.measures.MeasureFormViews.About;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where measures are made and changed. */
@Controller
class MeasureFormPage {

    private final EditingMeasures editing;
    private final Measures measures;
    private final MeasureFormViews views;
    private final MeasureHistory history;
    private final PlanChoices choices;
    private final PlanDoors doors;
    private final NamedPerson people;
    private final Employees employees;
    private final EmployerCalendar calendar;

    MeasureFormPage(
            EditingMeasures editing,
            Measures measures,
            MeasureFormViews views,
            MeasureHistory history,
            PlanChoices choices,
            PlanDoors doors,
            NamedPerson people,
            Employees employees,
            EmployerCalendar calendar) {
        this.editing = editing;
        this.measures = measures;
        this.views = views;
        this.history = history;
        this.choices = choices;
        this.doors = doors;
        this.people = people;
        this.employees = employees;
        this.calendar = calendar;
    }

    /** The empty form, or one that is filled in from a gap: {@code krav} in {@code enhet}. */
    @GetMapping(PlanPaths.NEW)
    String fresh(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        doors.requireChange(viewer, chosen.place(), "FORM");
        PlanFields fields = new PlanFields(new LinkedMultiValueMap<>(parameters));
        views.fillIn(fields, chosen, calendar.today(), words);
        return form(viewer, chosen, fields, About.NEW, words, model);
    }

    @PostMapping(PlanPaths.NEW)
    String add(Viewer viewer, Words words, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        Chosen chosen = choices.chosen(viewer, "", words);
        PlanFields fields = new PlanFields(parameters);
        Optional<Wish> wish = read(viewer, fields, chosen);
        return wish.isEmpty()
                ? form(viewer, chosen, fields, About.NEW, words, model)
                : "redirect:" + PlanPaths.measure(new MeasureId(doors.done(editing.add(viewer, wish.get()))))
                        + "?utfall=laget";
    }

    @GetMapping(PlanPaths.MEASURES + "/{id}/endre")
    String change(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), "FORM");
        Optional<String> number = measure.place()
                .employee()
                .flatMap(employees::find)
                .map(Employee::number)
                .map(EmployeeNumber::value);
        return form(
                viewer,
                choices.chosen(viewer, PlanPaths.name(measure.place().unit()), words),
                MeasureForm.written(measure, number),
                new About(Optional.of(measure.id()), measure.version(), ""),
                words,
                model);
    }

    @PostMapping(PlanPaths.MEASURES + "/{id}/endre")
    String save(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Measure measure = doors.toChange(viewer, measures.find(new MeasureId(id)), "CHANGE");
        Chosen chosen = choices.chosen(viewer, PlanPaths.name(measure.place().unit()), words);
        PlanFields fields = new PlanFields(parameters);
        Optional<Wish> wish = read(viewer, fields, chosen);
        if (wish.isEmpty()) {
            return form(viewer, chosen, fields, new About(Optional.of(measure.id()), versjon, ""), words, model);
        }
        Outcome outcome = editing.change(viewer, measure.id(), versjon, wish.get());
        if (outcome instanceof Outcome.Overtaken) {
            String by = history.latest(measure.id(), words);
            return form(
                    viewer, chosen, fields, new About(Optional.of(measure.id()), measure.version(), by), words, model);
        }
        doors.done(outcome);
        return "redirect:" + PlanPaths.measure(measure.id()) + "?utfall=lagret";
    }

    private Optional<Wish> read(Viewer viewer, PlanFields fields, Chosen chosen) {
        LocalDate today = calendar.today();
        return MeasureForm.read(fields, chosen.tree(), views.known(viewer, people, today));
    }

    private String form(Viewer viewer, Chosen chosen, PlanFields fields, About about, Words words, Model model) {
        model.addAttribute("view", views.of(viewer, chosen, fields, about, calendar.today(), words));
        return "planning/tiltak-skjema";
    }
}
