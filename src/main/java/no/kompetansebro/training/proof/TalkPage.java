package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet for the talk about competence: for the employee, and for whoever decides about the employee. */
@Controller
class TalkPage {

    static final String PATH = "/opplaering/samtale";

    private final TalkSheet sheet;
    private final TalkMeasures measures;
    private final Authority authority;
    private final EmployerCalendar calendar;
    private final Looks looks;

    TalkPage(TalkSheet sheet, TalkMeasures measures, Authority authority, EmployerCalendar calendar, Looks looks) {
        this.sheet = sheet;
        this.measures = measures;
        this.authority = authority;
        this.calendar = calendar;
        this.looks = looks;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam Optional<UUID> ansatt, Model model) {
        return page(viewer, words, person(viewer, ansatt), new Fields(new HashMap<>()), model);
    }

    @PostMapping(PATH)
    String agree(
            Viewer viewer,
            Words words,
            @RequestParam UUID ansatt,
            @RequestParam Map<String, String> values,
            Model model) {
        EmployeeId person = person(viewer, Optional.of(ansatt));
        Fields fields = new Fields(values);
        Optional<String> text = fields.required("tiltak");
        Optional<LocalDate> due = fields.date("frist", calendar.today());
        if (!fields.sound()) {
            return page(viewer, words, person, fields, model);
        }
        measures.add(person, Authority.oneself(viewer), text.orElseThrow(), due);
        return back(person);
    }

    @PostMapping(PATH + "/{measure}/bekreft")
    String confirm(Viewer viewer, @PathVariable UUID measure, @RequestParam UUID ansatt) {
        EmployeeId person = person(viewer, Optional.of(ansatt));
        measures.confirm(person, measure, Authority.oneself(viewer));
        return back(person);
    }

    private String page(Viewer viewer, Words words, EmployeeId person, Fields fields, Model model) {
        looks.atPerson(viewer, AttestPage.capacity(viewer), person, "samtale", Optional.empty());
        model.addAttribute("view", sheet.of(viewer, person, words, fields));
        return "training/samtale";
    }

    /** Oneself where nobody is named, or somebody about whom the viewer decides. */
    private EmployeeId person(Viewer viewer, Optional<UUID> asked) {
        EmployeeId person = asked.map(EmployeeId::new).orElseGet(() -> Authority.oneself(viewer));
        if (!person.equals(Authority.oneself(viewer))) {
            authority.requireAbout(viewer, person);
        }
        return person;
    }

    private static String back(EmployeeId person) {
        return "redirect:" + PATH + "?ansatt=" + person;
    }
}
