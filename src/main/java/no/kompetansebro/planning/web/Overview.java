package no.kompetansebro.planning.web;

import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;

/** The page <i>Planlegging</i>: where the organisation stands, where it came from and where it goes. No names. */
@Controller
class Overview implements PlanningPage {

    static final String PATH = "/planlegging";

    private final OverviewPage page;

    Overview(OverviewPage page) {
        this.page = page;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.OVERVIEW, "planning.overview.menu", PATH);
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, Model model) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("gap", asOf.link(Gap.PATH));
        model.addAttribute(
                "more",
                Map.of(
                        "gapList", asOf.link(Gap.PATH + "/liste"),
                        "forecast", asOf.link(PATH + "/prognose"),
                        "minimum", asOf.link(PATH + "/minimum"),
                        "heat", asOf.link(Gap.PATH + "/varmekart")));
        model.addAttribute("view", page.of(viewer, asOf, words));
        return "planning/oversikt";
    }
}
