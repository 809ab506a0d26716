package no.kompetansebro.planning.heat;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.scope.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The heat map of coverage. No names. */
@Controller
class HeatController {

    static final String PATH = "/planlegging/gap/varmekart";

    private final HeatPage page;
    private final Lexicons lexicons;

    HeatController(HeatPage page, Lexicons lexicons) {
        this.page = page;
        this.lexicons = lexicons;
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "unit") String rader,
            @RequestParam(defaultValue = "requirement") String kolonner,
            Model model) {
        Lexicon lexicon = lexicons.current();
        HeatQuestion question = HeatQuestion.of(rader, kolonner);
        Map<String, String> parameters = new LinkedHashMap<>(question.parameters());
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, parameters, lexicon, words);
        parameters.put(Scope.PARAMETER, scope.code());
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, parameters));
        model.addAttribute("scope", scope);
        model.addAttribute("view", page.of(scope, question, lexicon, words));
        return "planning/varmekart";
    }
}
