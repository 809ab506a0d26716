package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanHead.Option;
import no.kompetansebro.planning.measures.PlanView.Part;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The measures of a plan, in the columns of an action plan. */
@Controller
class PlanPage implements PlanningPage {

    private static final List<String> OUTCOMES = List.of("foreslatt");
    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 4;

    private final Measures measures;
    private final MeasureViews views;
    private final StrategicGoals goals;
    private final PlanChoices choices;
    private final EmployerCalendar calendar;
    private final Looks looks;

    PlanPage(
            Measures measures,
            MeasureViews views,
            StrategicGoals goals,
            PlanChoices choices,
            EmployerCalendar calendar,
            Looks looks) {
        this.measures = measures;
        this.views = views;
        this.goals = goals;
        this.choices = choices;
        this.calendar = calendar;
        this.looks = looks;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.MEASURES, "planning.measures.menu", PlanPaths.MEASURES);
    }

    /** Leaders have plans too. */
    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return PlanRights.mayPlan(viewer) ? List.of(entry()) : List.of();
    }

    @GetMapping(PlanPaths.MEASURES)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String ar,
            @RequestParam(defaultValue = "") String mal,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Chosen chosen = choices.chosen(viewer, enhet, words);
        LocalDate today = calendar.today();
        PlanFilter filter = new PlanFilter(status, ar, mal);
        PlanContents contents = PlanContents.of(chosen.plan(), filter.of(measures.all()), chosen.tree())
                .seenBy(viewer);
        look(viewer, chosen, contents);
        model.addAttribute(
                "view",
                new PlanView(
                        choices.head(viewer, chosen, PlanPaths.MEASURES, words),
                        OUTCOMES.contains(utfall) ? words.text("planning.measures.outcome." + utfall) : "",
                        columns(words),
                        parts(contents, chosen, today, words),
                        states(status, words),
                        years(ar, today),
                        goals(mal),
                        note(contents, viewer, chosen, words)));
        return "planning/tiltak";
    }

    /** What is of single employees is a list with names on it. */
    private void look(Viewer viewer, Chosen chosen, PlanContents contents) {
        if (contents.below().stream().anyMatch(each -> each.place().isPersonal())) {
            looks.atList(
                    viewer, PlanRights.capacity(viewer), "tiltak", chosen.plan().map(UnitCode::value));
        }
    }

    static List<String> columns(Words words) {
        return Stream.of("goal", "measure", "targetGroup", "extent", "timeFrame", "responsible", "cost")
                .map(column -> words.text("planning.measures.column." + column))
                .toList();
    }

    private List<Part> parts(PlanContents contents, Chosen chosen, LocalDate today, Words words) {
        List<Measure> all = Stream.of(contents.own(), contents.inherited(), contents.below())
                .flatMap(List::stream)
                .toList();
        MeasureViews.Speaking speaking = views.speaking(all, chosen.tree(), today, words);
        List<Part> parts = new ArrayList<>();
        parts.add(part("own", contents.own(), speaking, false));
        if (!contents.inherited().isEmpty()) {
            parts.add(part("inherited", contents.inherited(), speaking, true));
        }
        if (!contents.below().isEmpty()) {
            parts.add(part("below", contents.below(), speaking, true));
        }
        return parts;
    }

    private static Part part(String id, List<Measure> measures, MeasureViews.Speaking speaking, boolean tellsPlan) {
        return new Part(
                id,
                speaking.words().text("planning.measures.part." + id),
                speaking.words().text("planning.measures.help." + id),
                measures.stream().map(speaking::view).toList(),
                tellsPlan);
    }

    private static List<Option> states(String chosen, Words words) {
        return Arrays.stream(MeasureState.values())
                .map(state -> new Option(
                        state.name(), words.text(state.key()), state.name().equals(chosen)))
                .toList();
    }

    private static List<Option> years(String chosen, LocalDate today) {
        return IntStream.rangeClosed(today.getYear() - YEARS_BACK, today.getYear() + YEARS_AHEAD)
                .mapToObj(String::valueOf)
                .map(year -> new Option(year, year, year.equals(chosen)))
                .toList();
    }

    private List<Option> goals(String chosen) {
        return goals.all().stream()
                .map(goal -> new Option(
                        goal.id().toString(), goal.text(), goal.id().toString().equals(chosen)))
                .toList();
    }

    private static String note(PlanContents contents, Viewer viewer, Chosen chosen, Words words) {
        Optional<UnitCode> people = chosen.tree().people(chosen.plan());
        boolean all = viewer.everything() || people.filter(viewer::sees).isPresent();
        return words.text(
                all ? "planning.measures.note" : "planning.measures.note.part",
                words.number(contents.own().size() + contents.below().size()));
    }
}
