package no.kompetansebro.training.school;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page <i>Mine ledere</i>: who has assessed their needs, and agreeing with them. Looks are kept. */
@Controller
class MyLeaders {

    static final String PATH = MySchool.PATH + "/ledere";

    private final MyLeadersPage page;
    private final AssessingNeeds needs;
    private final EmployerCalendar calendar;
    private final Looks looks;

    MyLeaders(MyLeadersPage page, AssessingNeeds needs, EmployerCalendar calendar, Looks looks) {
        this.page = page;
        this.needs = needs;
        this.calendar = calendar;
        this.looks = looks;
    }

    static String pathOf(EmployeeId leader) {
        return PATH + "/" + leader;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam(defaultValue = "") String utfall, Model model) {
        if (!viewer.leads() && !viewer.everything()) {
            throw MySchool.refused();
        }
        looks.atList(viewer, capacity(viewer), "mine-ledere", Optional.empty());
        model.addAttribute("view", page.of(viewer, MySchool.me(viewer), calendar.today(), words));
        model.addAttribute("outcome", MySchool.known(utfall));
        return "training/mine-ledere";
    }

    @GetMapping(PATH + "/{leader}")
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID leader,
            @RequestParam(defaultValue = "") String utfall,
            CsrfToken csrf,
            Model model) {
        EmployeeId employee = new EmployeeId(leader);
        model.addAttribute(
                "view",
                page.agreement(viewer, employee, calendar.today(), words)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("outcome", MySchool.known(utfall));
        looks.atPerson(viewer, capacity(viewer), employee, "lederskole", Optional.empty());
        MySchool.make(csrf);
        return "training/behov";
    }

    @PostMapping(PATH + "/{leader}")
    String agree(
            Viewer viewer,
            @PathVariable UUID leader,
            @RequestParam int versjon,
            @RequestParam Map<String, String> parameters) {
        EmployeeId employee = new EmployeeId(leader);
        var outcome = needs.agree(viewer, employee, versjon, AnswerForm.read(parameters), calendar.today());
        return MySchool.redirect(outcome == AssessingNeeds.Outcome.SAVED ? PATH : pathOf(employee), outcome);
    }

    private static Looks.Capacity capacity(Viewer viewer) {
        return viewer.leads() ? Looks.Capacity.LEADER : Looks.Capacity.HR;
    }
}
