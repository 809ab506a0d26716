package no.kompetansebro.coverage.web;

import java.util.Map;
import no.kompetansebro.coverage.web.PageSection.Subject;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page <i>Min kompetanse</i>: what one's own work requires, and what is covered. */
@Controller
class MyCompetence {

    static final String PATH = "/min-kompetanse";

    private final MyCompetencePage page;
    private final Additions additions;

    MyCompetence(MyCompetencePage page, Additions additions) {
        this.page = page;
        this.additions = additions;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, Model model) {
        EmployeeId me = viewer.employee().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("view", page.of(viewer, me, asOf, words));
        model.addAttribute(
                "sections", additions.sections(new PageSection.Asked(viewer, new Subject.Oneself(me), asOf, words)));
        return "coverage/min-kompetanse";
    }
}
