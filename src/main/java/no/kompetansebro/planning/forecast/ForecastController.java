package no.kompetansebro.planning.forecast;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The forecast: what ends in each month, and the seats that it takes in each quarter. No names. */
@Controller
class ForecastController implements PlanningPage {

    static final String PATH = "/planlegging/prognose";

    private final ForecastPage page;
    private final Lexicons lexicons;

    ForecastController(ForecastPage page, Lexicons lexicons) {
        this.page = page;
        this.lexicons = lexicons;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.FORECAST, "planning.forecast.menu", PATH);
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String planlagt,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean waiting,
            HttpServletResponse response,
            Model model) {
        Lexicon lexicon = lexicons.current();
        boolean planned = planlagt.equals("ja");
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("planlagt", planned ? "ja" : "");
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, parameters, lexicon, words);
        parameters.put(Scope.PARAMETER, scope.code());
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, parameters));
        model.addAttribute("scope", scope);
        Optional<ForecastView> view = page.of(scope, planned, lexicon, words);
        model.addAttribute("self", scope.link(PATH, Map.of("planlagt", planned ? "ja" : "")));
        view.ifPresent(each -> model.addAttribute("view", each));
        if (waiting && view.isPresent()) {
            response.setHeader("HX-Refresh", "true");
        }
        return view.isPresent() ? "planning/prognose" : "planning/prognose-regnes";
    }
}
