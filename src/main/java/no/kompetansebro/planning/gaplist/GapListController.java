package no.kompetansebro.planning.gaplist;

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

/** The list of gaps, all of them or those without a measure. No names. */
@Controller
class GapListController {

    static final String PATH = "/planlegging/gap/liste";

    private final GapListPage page;
    private final Lexicons lexicons;

    GapListController(GapListPage page, Lexicons lexicons) {
        this.page = page;
        this.lexicons = lexicons;
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String tiltak,
            Model model) {
        Lexicon lexicon = lexicons.current();
        boolean without = tiltak.equals("uten");
        String kept = without ? "uten" : "";
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, Map.of("tiltak", kept), lexicon, words);
        model.addAttribute(
                "dates", DateControl.of(asOf, words, PATH, Map.of(Scope.PARAMETER, scope.code(), "tiltak", kept)));
        model.addAttribute("scope", scope);
        model.addAttribute("view", page.of(scope, without, lexicon, words));
        return "planning/gapliste";
    }
}
