package no.kompetansebro.training.school;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.school.AssessingNeeds.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page <i>Min lederskole</i>: the path of one's leader level, and what one needs beside it. For leaders. */
@Controller
class MySchool {

    static final String PATH = "/lederskole";

    private final MySchoolPage page;
    private final AssessingNeeds needs;
    private final EmployerCalendar calendar;

    MySchool(MySchoolPage page, AssessingNeeds needs, EmployerCalendar calendar) {
        this.page = page;
        this.needs = needs;
        this.calendar = calendar;
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String utfall,
            CsrfToken csrf,
            Model model) {
        SchoolView view = page.of(viewer, me(viewer), asOf, words).orElseThrow(MySchool::refused);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("view", view);
        model.addAttribute("outcome", known(utfall));
        make(csrf);
        return "training/min-lederskole";
    }

    @PostMapping(PATH + "/behov")
    String assess(Viewer viewer, @RequestParam int versjon, @RequestParam Map<String, String> parameters) {
        me(viewer);
        Outcome outcome = needs.assess(viewer, versjon, AnswerForm.read(parameters), calendar.today());
        return redirect(PATH, outcome);
    }

    /** To the page, which says what became of it; who may not, is told so. */
    static String redirect(String path, Outcome outcome) {
        if (outcome == Outcome.REFUSED) {
            throw refused();
        }
        return "redirect:" + path + "?utfall=" + outcome;
    }

    /** The form stands far down: when the page gets there, part of it is sent, and no session can begin any more. */
    static void make(CsrfToken csrf) {
        Objects.requireNonNull(csrf.getToken());
    }

    /** The outcome's name, where it is one that the page tells of. */
    static String known(String outcome) {
        return Arrays.stream(Outcome.values())
                .filter(each -> each != Outcome.REFUSED)
                .map(Outcome::name)
                .filter(outcome::equals)
                .findFirst()
                .orElse("");
    }

    static EmployeeId me(Viewer viewer) {
        return viewer.employee().orElseThrow(MySchool::refused);
    }

    static ResponseStatusException refused() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
