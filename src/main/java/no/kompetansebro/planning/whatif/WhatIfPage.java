package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import no.kompetansebro.catalogue.RuleEditing;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What would be if: a scenario side by side with what is. Nothing is kept before somebody makes measures or rules of it. */
@Controller
class WhatIfPage implements PlanningPage {

    private static final String MEASURES = WhatIfQuestion.PATH + "/tiltak";
    private static final String RULES = WhatIfQuestion.PATH + "/regler";

    private final WhatIfViews views;
    private final StepForm form;
    private final Doing doing;
    private final Lexicons lexicons;
    private final Looks looks;

    WhatIfPage(WhatIfViews views, StepForm form, Doing doing, Lexicons lexicons, Looks looks) {
        this.views = views;
        this.form = form;
        this.doing = doing;
        this.lexicons = lexicons;
        this.looks = looks;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.SCENARIO, "planning.whatif.menu", WhatIfQuestion.PATH);
    }

    @GetMapping(WhatIfQuestion.PATH)
    ModelAndView show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String steg,
            @RequestParam(defaultValue = "") String utfall) {
        make(csrf);
        WhatIfQuestion question = question(viewer, asOf, enhet, steg);
        return page(question, "", utfall.equals("gjort") ? "planning.whatif.done" : "", HttpStatus.OK, words);
    }

    /** A long page is on its way before its first form is written, and then it is too late for a new session. */
    static void make(CsrfToken csrf) {
        Objects.requireNonNull(csrf.getToken());
    }

    /** Supposes one thing more. */
    @PostMapping(WhatIfQuestion.PATH)
    ModelAndView add(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String steg,
            @RequestParam MultiValueMap<String, String> sent) {
        WhatIfQuestion question = question(viewer, asOf, enhet, steg);
        Optional<Step> step = form.read(sent, viewer, asOf.today());
        if (step.isEmpty() || question.scenario().isFull()) {
            return page(question, "planning.whatif.refused", "", HttpStatus.UNPROCESSABLE_CONTENT, words);
        }
        Scenario more = question.scenario().and(step.get());
        return new ModelAndView("redirect:" + new WhatIfQuestion(viewer, seen(asOf, more), enhet, more).link(more));
    }

    /** Today nothing of it has begun: then the date on which all of it has. */
    private static AsOf seen(AsOf asOf, Scenario scenario) {
        LocalDate begun = scenario.begun().orElse(asOf.date());
        return asOf.isToday()
                        && begun.isAfter(asOf.today())
                        && begun.isBefore(asOf.today().plusYears(10))
                ? new AsOf(begun, asOf.today())
                : asOf;
    }

    /** Makes measures of it. */
    @PostMapping(MEASURES)
    ModelAndView propose(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String steg) {
        return new ModelAndView(
                "redirect:" + doing.propose(question(viewer, asOf, enhet, steg), lexicons.current(), words));
    }

    /** Makes the supposed rules the rules. */
    @PostMapping(RULES)
    ModelAndView rule(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String steg,
            @RequestParam String version) {
        WhatIfQuestion question = question(viewer, asOf, enhet, steg);
        if (!viewer.everything() || !question.scenario().isOfRules()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return switch (doing.rule(question, version)) {
            case RuleEditing.Outcome.Done _ ->
                new ModelAndView("redirect:" + question.asOf().link(WhatIfQuestion.PATH)
                        + (question.asOf().isToday() ? "?" : "&") + "utfall=gjort");
            case RuleEditing.Outcome.Refused _ ->
                page(question, "planning.whatif.refused.rules", "", HttpStatus.UNPROCESSABLE_CONTENT, words);
            case RuleEditing.Outcome.Overtaken _ ->
                page(question, "planning.whatif.overtaken", "", HttpStatus.CONFLICT, words);
        };
    }

    private static WhatIfQuestion question(Viewer viewer, AsOf asOf, String unit, String steps) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Scenario scenario =
                Scenario.parse(steps).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "steg"));
        return new WhatIfQuestion(viewer, asOf, unit, scenario);
    }

    private ModelAndView page(
            WhatIfQuestion question, String refusal, String outcome, HttpStatusCode status, Words words) {
        Lexicon lexicon = lexicons.current();
        boolean known = question.unit().isEmpty()
                || lexicon.units()
                        .unit(new UnitCode(question.unit()))
                        .filter(unit -> question.viewer().sees(unit.code()))
                        .isPresent();
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!question.scenario().isEmpty()) {
            looks.atList(
                    question.viewer(),
                    Looks.Capacity.HR,
                    "hva-om",
                    Optional.of(question.unit()).filter(unit -> !unit.isEmpty()));
        }
        ModelAndView page = new ModelAndView("planning/hva-om");
        page.addObject("dates", DateControl.of(question.asOf(), words, WhatIfQuestion.PATH, question.parameters()));
        page.addObject("view", views.of(question, lexicon, refusal, outcome, words));
        page.setStatus(status);
        return page;
    }
}
