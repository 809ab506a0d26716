package no.kompetansebro.planning.duties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.duties.UnitEvent.Held;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the leader of a unit registers what it did: the date, what was on the agenda, how many took part. */
@Controller
class RegisterPage {

    static final String PATH = DutiesPage.PATH + "/registrer";

    private final UnitEvents events;
    private final Coverage coverage;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;

    RegisterPage(UnitEvents events, Coverage coverage, Lexicons lexicons, EmployerCalendar calendar) {
        this.events = events;
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.calendar = calendar;
    }

    /** A kind of event that fulfils the duty. */
    record Choice(String code, String name) {}

    /** What the form shows. */
    record View(
            String duty,
            String dutyName,
            String unit,
            String unitName,
            List<Choice> items,
            String today,
            Map<String, String> values,
            Map<String, String> errors) {}

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam String krav, @RequestParam String enhet, Model model) {
        DutyRights.requireRegister(viewer, new UnitCode(enhet));
        Map<String, String> values =
                new HashMap<>(Map.of("dato", calendar.today().toString()));
        return page(viewer, words, krav, enhet, new RegisterForm(values), model);
    }

    @PostMapping(PATH)
    String register(Viewer viewer, Words words, @RequestParam Map<String, String> values, Model model) {
        String unit = values.getOrDefault("enhet", "");
        String duty = values.getOrDefault("krav", "");
        EmployeeId by = DutyRights.requireRegister(viewer, new UnitCode(unit));
        RegisterForm form = new RegisterForm(values);
        Optional<Held> held =
                form.held(new UnitCode(unit), items(viewer, lexicons.current(), duty, unit), calendar.today());
        if (held.isEmpty()) {
            return page(viewer, words, duty, unit, form, model);
        }
        events.add(held.get(), by);
        return "redirect:" + DutiesPage.PATH + "?utfall=registrert";
    }

    private String page(Viewer viewer, Words words, String duty, String unit, RegisterForm form, Model model) {
        Lexicon lexicon = lexicons.current();
        List<Choice> items = items(viewer, lexicon, duty, unit).stream()
                .map(each -> new Choice(each.value(), lexicon.name(each, words)))
                .toList();
        model.addAttribute(
                "view",
                new View(
                        duty,
                        lexicon.name(new RequirementCode(duty), words),
                        unit,
                        lexicon.name(new UnitCode(unit)),
                        items,
                        calendar.today().toString(),
                        form.values(),
                        form.errors()));
        return "planning/enhetsplikt-registrer";
    }

    /** What fulfils the duty, which must be one of the unit's today. */
    private Set<ItemCode> items(Viewer viewer, Lexicon lexicon, String duty, String unit) {
        RequirementCode code = new RequirementCode(duty);
        boolean bound = coverage.unitDuties(viewer, calendar.today(), Optional.of(new UnitCode(unit))).stream()
                .anyMatch(each ->
                        each.requirement().equals(code) && each.unit().value().equals(unit));
        return Optional.ofNullable(lexicon.requirements().get(code))
                .filter(_ -> bound)
                .map(DutiesReading::items)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
