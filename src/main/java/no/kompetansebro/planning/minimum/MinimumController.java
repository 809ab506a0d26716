package no.kompetansebro.planning.minimum;

import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Minimum cover: where it is met, and when it falls; and for one of them who carries it and who could. */
@Controller
class MinimumController implements PlanningPage {

    static final String PATH = "/planlegging/minimum";
    static final String ONE = PATH + "/dekning";

    private final MinimumPage page;
    private final OneMinimumPage one;
    private final Lexicons lexicons;

    MinimumController(MinimumPage page, OneMinimumPage one, Lexicons lexicons) {
        this.page = page;
        this.one = one;
        this.lexicons = lexicons;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.MINIMUM, "planning.minimum.menu", PATH);
    }

    @GetMapping(PATH)
    String all(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String planlagt,
            Model model) {
        Lexicon lexicon = lexicons.current();
        boolean planned = planlagt.equals("ja");
        Map<String, String> parameters = Map.of("planlagt", planned ? "ja" : "");
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, parameters, lexicon, words);
        model.addAttribute(
                "dates",
                DateControl.of(
                        asOf, words, PATH, Map.of(Scope.PARAMETER, scope.code(), "planlagt", planned ? "ja" : "")));
        model.addAttribute("scope", scope);
        model.addAttribute("view", page.of(scope, planned, lexicon, words));
        return "planning/minimum";
    }

    /** By name; the look is kept. */
    @GetMapping(ONE)
    String one(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam String enhet,
            @RequestParam String krav,
            @RequestParam(defaultValue = "") String planlagt,
            Model model) {
        Lexicon lexicon = lexicons.current();
        boolean planned = planlagt.equals("ja");
        Map<String, String> kept = Map.of("krav", krav, "planlagt", planned ? "ja" : "");
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, kept, lexicon, words);
        model.addAttribute(
                "dates",
                DateControl.of(
                        asOf,
                        words,
                        ONE,
                        Map.of(Scope.PARAMETER, scope.code(), "krav", krav, "planlagt", planned ? "ja" : "")));
        model.addAttribute("back", asOf.link(PATH));
        model.addAttribute("view", one.of(scope, krav, planned, lexicon, words));
        return "planning/minimum-dekning";
    }
}
