package no.kompetansebro.planning.web;

import java.util.Arrays;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the gaps are: by unit down to the people, by requirement, by position. */
@Controller
class Gap implements PlanningPage {

    static final String PATH = "/planlegging/gap";

    private final GapPage page;

    Gap(GapPage page) {
        this.page = page;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.GAP, "planning.gap.menu", PATH);
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "unit") String etter,
            @RequestParam(defaultValue = "") String tema,
            Model model) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        GapQuestion question = new GapQuestion(viewer, asOf, enhet, krav, by(etter), tema);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, question.parameters()));
        model.addAttribute("view", page.of(question, words));
        return "planning/gap";
    }

    private static By by(String text) {
        return Arrays.stream(By.values())
                .filter(by -> GapQuestion.code(by).equals(text.isEmpty() ? "unit" : text))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
