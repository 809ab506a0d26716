package no.kompetansebro.coverage.web;

import java.util.Optional;
import no.kompetansebro.coverage.web.PageSection.Subject;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page <i>Min enhet</i>: who in a unit is covered, and who is not. Looks at the list of people are kept. */
@Controller
class MyUnit {

    static final String PATH = "/min-enhet";

    private final MyUnitPage page;
    private final Lexicons lexicons;
    private final Looks looks;
    private final Additions additions;

    MyUnit(MyUnitPage page, Lexicons lexicons, Looks looks, Additions additions) {
        this.page = page;
        this.lexicons = lexicons;
        this.looks = looks;
        this.additions = additions;
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam Optional<UnitCode> enhet,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "") String stilling,
            @RequestParam(defaultValue = "1") int side,
            Model model) {
        if (!viewer.leads() && !viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Lexicon lexicon = lexicons.current();
        UnitCode unit = unit(new UnitChoice(viewer, lexicon.units()), enhet);
        MatrixFilter filter = new MatrixFilter(status, krav, stilling, Math.max(1, side));
        looks.atList(viewer, ExplanationPage.capacity(viewer), "min-enhet", Optional.of(unit.value()));
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, filter.parameters(unit.value())));
        model.addAttribute("view", page.of(new UnitQuestion(viewer, unit, asOf, filter), lexicon, words));
        model.addAttribute(
                "sections", additions.sections(new PageSection.Asked(viewer, new Subject.OfUnit(unit), asOf, words)));
        return "coverage/min-enhet";
    }

    private static UnitCode unit(UnitChoice choice, Optional<UnitCode> asked) {
        return asked.filter(unit -> !unit.value().isEmpty())
                .map(choice::visible)
                .orElseGet(choice::first)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
