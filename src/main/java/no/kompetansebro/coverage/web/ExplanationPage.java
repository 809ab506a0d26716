package no.kompetansebro.coverage.web;

import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Why a requirement stands as it does for a person: a page, or a fragment for the dialog. Looks at others are kept.
 */
@Controller
class ExplanationPage {

    static final String PATH = "/forklaring";

    private final Coverage coverage;
    private final Employees employees;
    private final Positions positions;
    private final Lexicons lexicons;
    private final Looks looks;
    private final Additions additions;

    ExplanationPage(
            Coverage coverage,
            Employees employees,
            Positions positions,
            Lexicons lexicons,
            Looks looks,
            Additions additions) {
        this.coverage = coverage;
        this.employees = employees;
        this.positions = positions;
        this.lexicons = lexicons;
        this.looks = looks;
        this.additions = additions;
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam RequirementCode krav,
            @RequestParam Optional<UUID> ansatt,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        EmployeeId person = ansatt.map(EmployeeId::new).or(viewer::employee).orElseThrow(ExplanationPage::notFound);
        Explanation explanation =
                coverage.explanation(viewer, person, krav, asOf.date()).orElseThrow(ExplanationPage::notFound);
        Lexicon lexicon = lexicons.current();
        boolean own = viewer.employee().filter(person::equals).isPresent();
        looks.atPerson(viewer, capacity(viewer), person, "forklaring", Optional.of(krav.value()));
        model.addAttribute(
                "view",
                new ExplanationWords(explanation, positions.titles(person), lexicon, words)
                        .view(own ? "" : name(person)));
        model.addAttribute(
                "actions",
                additions.actions(new PairAction.Asked(
                        viewer,
                        person,
                        krav,
                        explanation.standing().status(),
                        explanation.nextSteps(),
                        asOf,
                        words,
                        lexicon)));
        model.addAttribute("back", own ? asOf.link(MyCompetence.PATH) : asOf.link(MyUnit.PATH));
        return fragment ? "coverage/forklaring :: explanation" : "coverage/forklaring";
    }

    private String name(EmployeeId person) {
        return employees.find(person).map(Employee::name).orElse("");
    }

    static Looks.Capacity capacity(Viewer viewer) {
        return viewer.leads() ? Looks.Capacity.LEADER : Looks.Capacity.HR;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
