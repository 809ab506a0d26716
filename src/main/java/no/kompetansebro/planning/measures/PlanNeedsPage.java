package no.kompetansebro.planning.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Needs, by which strategies they are met and with which measures. */
@Controller
class PlanNeedsPage {

    private final PlanNeeds needs;
    private final NeedViews views;
    private final PlanChoices choices;
    private final PlanDoors doors;

    PlanNeedsPage(PlanNeeds needs, NeedViews views, PlanChoices choices, PlanDoors doors) {
        this.needs = needs;
        this.views = views;
        this.choices = choices;
        this.doors = doors;
    }

    @GetMapping(PlanPaths.NEEDS)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        return page(viewer, chosen, PlanFields.empty(), Optional.empty(), utfall, words, model);
    }

    @GetMapping(PlanPaths.NEEDS + "/{id}")
    String change(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        PlanNeed need = toChange(viewer, id);
        PlanFields fields = PlanFields.empty();
        fields.set("behov", need.need());
        need.strategies().forEach(strategy -> fields.add("strategi", strategy.name()));
        return page(viewer, chosen(viewer, need, words), fields, Optional.of(need), "", words, model);
    }

    @PostMapping(PlanPaths.NEEDS)
    String add(
            Viewer viewer,
            Words words,
            @RequestParam String enhet,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        doors.requireChange(viewer, chosen.place(), "NEED");
        PlanFields fields = new PlanFields(parameters);
        String need = fields.required("behov", PlanFields.LONG);
        List<Strategy> strategies = strategies(fields);
        if (!fields.sound()) {
            return page(viewer, chosen, fields, Optional.empty(), "", words, model);
        }
        needs.add(chosen.plan(), need, strategies);
        return PlanPaths.back(PlanPaths.NEEDS, chosen.plan(), "lagret");
    }

    @PostMapping(PlanPaths.NEEDS + "/{id}")
    String save(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        PlanNeed need = toChange(viewer, id);
        Chosen chosen = chosen(viewer, need, words);
        PlanFields fields = new PlanFields(parameters);
        String text = fields.required("behov", PlanFields.LONG);
        List<Strategy> strategies = strategies(fields);
        if (!fields.sound()) {
            return page(viewer, chosen, fields, Optional.of(need), "", words, model);
        }
        boolean saved = needs.change(id, versjon, text, strategies);
        return saved
                ? PlanPaths.back(PlanPaths.NEEDS, chosen.plan(), "lagret")
                : page(viewer, chosen, fields, Optional.of(need), "endret", words, model);
    }

    /** Closes a need for a reason, or opens it again without one. */
    @PostMapping(PlanPaths.NEEDS + "/{id}/lukk")
    String close(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        PlanNeed need = toChange(viewer, id);
        Chosen chosen = chosen(viewer, need, words);
        PlanFields fields = new PlanFields(parameters);
        Optional<String> reason =
                need.closed().isPresent() ? Optional.empty() : Optional.of(fields.required("grunn", PlanFields.LONG));
        if (!fields.sound()) {
            fields.set("behov", need.need());
            need.strategies().forEach(strategy -> fields.add("strategi", strategy.name()));
            return page(viewer, chosen, fields, Optional.of(need), "", words, model);
        }
        return PlanPaths.back(PlanPaths.NEEDS, chosen.plan(), needs.close(id, versjon, reason) ? "lukket" : "endret");
    }

    private PlanNeed toChange(Viewer viewer, UUID id) {
        PlanNeed need = needs.find(id).orElseThrow(PlanDoors::notFound);
        doors.requireChange(viewer, new Place(need.unit(), Optional.empty()), "NEED");
        return need;
    }

    private Chosen chosen(Viewer viewer, PlanNeed need, Words words) {
        return choices.chosen(viewer, need.unit().map(UnitCode::value).orElse(PlanPaths.MUNICIPALITY), words);
    }

    private static List<Strategy> strategies(PlanFields fields) {
        List<String> known =
                Arrays.stream(Strategy.values()).map(Strategy::name).toList();
        List<String> written = fields.all("strategi");
        if (written.isEmpty()) {
            fields.wrong("strategi", "planning.measures.error.missing");
        }
        if (!known.containsAll(written)) {
            fields.wrong("strategi", "planning.measures.error.choice");
        }
        return written.stream().filter(known::contains).map(Strategy::valueOf).toList();
    }

    private String page(
            Viewer viewer,
            Chosen chosen,
            PlanFields fields,
            Optional<PlanNeed> changed,
            String outcome,
            Words words,
            Model model) {
        model.addAttribute("view", views.of(viewer, chosen, fields, changed, outcome, words));
        return "planning/tiltak-behov";
    }
}
