package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The strategic goals, and what measures have done for them. The goals are the municipality's, and changed by who plans for all of it. */
@Controller
class PlanGoalsPage {

    private static final List<String> OUTCOMES = List.of("lagret", "endret");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST = 99;

    private final StrategicGoals goals;
    private final GoalsReport report;
    private final PlanChoices choices;
    private final PlanDoors doors;
    private final PlanRights rights;

    PlanGoalsPage(StrategicGoals goals, GoalsReport report, PlanChoices choices, PlanDoors doors, PlanRights rights) {
        this.goals = goals;
        this.report = report;
        this.choices = choices;
        this.doors = doors;
        this.rights = rights;
    }

    /** The page; {@code id} names the goal whose form the fields are of, empty for a new one. */
    record View(
            PlanHead head,
            String outcome,
            List<GoalsReport.Row> rows,
            List<Goal> goals,
            boolean mayChangeGoals,
            String id,
            PlanFields fields) {

        public String value(String field) {
            return fields.value(field);
        }

        public Map<String, String> errors() {
            return fields.errors();
        }
    }

    @GetMapping(PlanPaths.GOALS)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        return page(viewer, asOf, chosen, PlanFields.empty(), "", utfall, words, model);
    }

    @PostMapping(PlanPaths.GOALS)
    String add(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        doors.requireChange(viewer, Place.EVERYWHERE, "GOAL");
        PlanFields fields = new PlanFields(parameters);
        Optional<Goal.Content> content = content(fields);
        if (content.isPresent() && goals.add(content.get())) {
            return PlanPaths.back(PlanPaths.GOALS, Optional.empty(), "lagret");
        }
        return wrong(viewer, asOf, content, fields, "", words, model);
    }

    @PostMapping(PlanPaths.GOALS + "/{id}")
    String change(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        doors.requireChange(viewer, Place.EVERYWHERE, "GOAL");
        PlanFields fields = new PlanFields(parameters);
        Optional<Goal.Content> content = content(fields);
        if (content.isPresent() && goals.change(id, versjon, content.get())) {
            return PlanPaths.back(PlanPaths.GOALS, Optional.empty(), "lagret");
        }
        boolean overtaken = goals.all().stream().anyMatch(goal -> goal.id().equals(id) && goal.version() != versjon);
        return overtaken
                ? PlanPaths.back(PlanPaths.GOALS, Optional.empty(), "endret")
                : wrong(viewer, asOf, content, fields, id.toString(), words, model);
    }

    /** Takes a goal out of use, or into use again. */
    @PostMapping(PlanPaths.GOALS + "/{id}/bruk")
    String retire(Viewer viewer, @PathVariable UUID id, @RequestParam int versjon, @RequestParam boolean ute) {
        doors.requireChange(viewer, Place.EVERYWHERE, "GOAL");
        return PlanPaths.back(PlanPaths.GOALS, Optional.empty(), goals.retire(id, versjon, ute) ? "lagret" : "endret");
    }

    private static Optional<Goal.Content> content(PlanFields fields) {
        fields.required("nummer", PlanFields.SHORT);
        String name = fields.required("navn", PlanFields.LONG);
        fields.required("fra", PlanFields.SHORT);
        fields.required("til", PlanFields.SHORT);
        Optional<Integer> number = fields.whole("nummer", 1, MOST);
        Optional<Integer> from = fields.whole("fra", FIRST_YEAR, LAST_YEAR);
        Optional<Integer> to = fields.whole("til", FIRST_YEAR, LAST_YEAR);
        if (from.isPresent() && to.isPresent() && to.get() < from.get()) {
            fields.wrong("til", "planning.measures.error.before");
        }
        return fields.sound()
                ? Optional.of(new Goal.Content(number.orElseThrow(), name, from.orElseThrow(), to.orElseThrow()))
                : Optional.empty();
    }

    /** What is right in itself was refused because its number is taken. */
    private String wrong(
            Viewer viewer,
            AsOf asOf,
            Optional<Goal.Content> content,
            PlanFields fields,
            String id,
            Words words,
            Model model) {
        content.ifPresent(_ -> fields.wrong("nummer", "planning.measures.error.taken"));
        Chosen chosen = choices.chosen(viewer, PlanPaths.MUNICIPALITY, words);
        return page(viewer, asOf, chosen, fields, id, "", words, model);
    }

    private String page(
            Viewer viewer,
            AsOf asOf,
            Chosen chosen,
            PlanFields fields,
            String id,
            String outcome,
            Words words,
            Model model) {
        model.addAttribute(
                "dates",
                DateControl.of(asOf, words, PlanPaths.GOALS, Map.of(PlanPaths.UNIT, PlanPaths.name(chosen.plan()))));
        model.addAttribute(
                "view",
                new View(
                        choices.head(viewer, chosen, PlanPaths.GOALS, words),
                        OUTCOMES.contains(outcome) ? "planning.measures.outcome." + outcome : "",
                        report.rows(viewer, chosen, asOf.date(), words),
                        goals.all(),
                        chosen.plan().isEmpty() && rights.mayChange(viewer, Place.EVERYWHERE),
                        id,
                        fields));
        return "planning/tiltak-mal";
    }
}
