package no.kompetansebro.lms;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.lti.FormTargets;
import no.kompetansebro.lti.spi.Choices;
import no.kompetansebro.lti.spi.ContentItem;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.requirement.LeaderPathsInForce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where whoever edits a course chooses what links are to show (Deep Linking 2.0). It stands in a dialogue of the LMS and
 * works without scripts: searching posts the form, so that nothing that was picked is lost.
 */
@Controller
class ChoicePage {

    static final String PATH = "/velg-innhold";

    private final Choices choices;
    private final Lexicons lexicons;
    private final LeaderPathsInForce paths;

    ChoicePage(Choices choices, Lexicons lexicons, LeaderPathsInForce paths) {
        this.choices = choices;
        this.lexicons = lexicons;
        this.paths = paths;
    }

    @GetMapping(PATH + "/{valg}")
    ModelAndView show(@PathVariable String valg, Principal who, Words words) {
        return choices.find(valg, who.getName())
                .map(request -> page(request, Picks.NONE, "", words))
                .orElseGet(ChoicePage::over);
    }

    @PostMapping(PATH + "/{valg}")
    ModelAndView pick(
            @PathVariable String valg,
            @RequestParam String handling,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "") List<String> valgt,
            @RequestParam(defaultValue = "") List<String> krav,
            @RequestParam(defaultValue = "") String navn,
            @RequestParam(defaultValue = "false") boolean meld,
            Principal who,
            Words words,
            HttpServletRequest http) {
        Picks picks = new Picks(sok, valgt, krav, navn, meld);
        return choices.find(valg, who.getName())
                .map(request -> switch (handling) {
                    case "legg-inn" -> add(valg, request, picks, who, words, http);
                    case "avbryt" -> answer(valg, List.of(), who, http);
                    default -> page(request, picks, "", words);
                })
                .orElseGet(ChoicePage::over);
    }

    private ModelAndView add(
            String id, Launch.DeepLinking request, Picks picks, Principal who, Words words, HttpServletRequest http) {
        Offers offers = Offers.of(lexicons.current(), paths.all(), words);
        String problem = picks.problem(offers, request);
        return problem.isEmpty()
                ? answer(id, picks.items(offers, words), who, http)
                : page(request, picks, problem, words);
    }

    private ModelAndView answer(String id, List<ContentItem> items, Principal who, HttpServletRequest http) {
        return choices.answer(id, who.getName(), items)
                .map(answer -> {
                    FormTargets.allow(http, answer.returnUrl());
                    return new ModelAndView("lms/valgt")
                            .addObject("address", answer.returnUrl().toString())
                            .addObject("jwt", answer.jwt())
                            .addObject("links", items.size());
                })
                .orElseGet(ChoicePage::over);
    }

    private ModelAndView page(Launch.DeepLinking request, Picks picks, String problem, Words words) {
        Offers offers = Offers.of(lexicons.current(), paths.all(), words);
        return new ModelAndView("lms/velg-innhold").addObject("view", ChoiceView.of(offers, picks, request, problem));
    }

    /** Answered, expired, or somebody else's: all the same to whoever asks. */
    private static ModelAndView over() {
        ModelAndView page = new ModelAndView("lms/valg-over");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
