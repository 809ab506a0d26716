package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanHead.Option;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Puts the form of a measure together: what can be chosen in it, and what it is filled in with from a gap. */
@Component
class MeasureFormViews {

    private static final int YEARS = 4;
    private static final int LONGEST_NEED = 90;

    private final Lexicons lexicons;
    private final StrategicGoals goals;
    private final PlanNeeds needs;
    private final PlanChoices choices;

    MeasureFormViews(Lexicons lexicons, StrategicGoals goals, PlanNeeds needs, PlanChoices choices) {
        this.lexicons = lexicons;
        this.goals = goals;
        this.needs = needs;
        this.choices = choices;
    }

    /** What the form is about: a new measure, or a version of one. */
    record About(Optional<MeasureId> measure, int version, String overtaken) {

        static final About NEW = new About(Optional.empty(), 0, "");
    }

    MeasureFormView of(Viewer viewer, Chosen chosen, PlanFields fields, About about, LocalDate today, Words words) {
        Lexicon lexicon = lexicons.current();
        return new MeasureFormView(
                words.text(about.measure().isEmpty() ? "planning.measures.new" : "planning.measures.edit"),
                about.measure().map(id -> PlanPaths.measure(id) + "/endre").orElse(PlanPaths.NEW),
                about.measure()
                        .map(PlanPaths::measure)
                        .orElseGet(() -> PlanPaths.of(PlanPaths.MEASURES, chosen.plan())),
                about.version(),
                about.overtaken(),
                fields,
                choices.options(viewer, chosen, false, words),
                goalOptions(fields),
                needOptions(viewer, chosen, fields, words),
                lexicon.requirements().values().stream()
                        .map(each -> new Option(
                                each.code().value(),
                                words.name(each.name()),
                                fields.all(MeasureForm.REQUIREMENT)
                                        .contains(each.code().value())))
                        .toList(),
                years(fields, today));
    }

    private List<Option> goalOptions(PlanFields fields) {
        return goals.all().stream()
                .filter(goal -> !goal.retired() || goal.id().toString().equals(fields.value("strategisk")))
                .map(goal -> new Option(
                        goal.id().toString(), goal.text(), goal.id().toString().equals(fields.value("strategisk"))))
                .toList();
    }

    private List<Option> needOptions(Viewer viewer, Chosen chosen, PlanFields fields, Words words) {
        return needs.all().stream()
                .filter(need -> need.unit().map(viewer::sees).orElse(true))
                .filter(need -> need.closed().isEmpty() || need.id().toString().equals(fields.value("behov")))
                .sorted(Comparator.comparing(need -> !chosen.tree().isSame(need.unit(), chosen.plan())))
                .map(need -> new Option(
                        need.id().toString(),
                        PlanChoices.name(need.unit(), chosen.tree(), words) + ": " + shortened(need.need()),
                        need.id().toString().equals(fields.value("behov"))))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NEED ? text : text.substring(0, LONGEST_NEED - 1) + "…";
    }

    private static List<Integer> years(PlanFields fields, LocalDate today) {
        TreeSet<Integer> years = new TreeSet<>();
        for (int i = 0; i < YEARS; i++) {
            years.add(today.getYear() + i);
        }
        fields.all("ar").stream()
                .filter(text -> text.matches("2\\d{3}"))
                .map(Integer::valueOf)
                .forEach(years::add);
        return new ArrayList<>(years);
    }

    /** Fills in what follows from a gap: that people of the unit lack the requirement. */
    void fillIn(PlanFields fields, Chosen chosen, LocalDate today, Words words) {
        Lexicon lexicon = lexicons.current();
        fields.set(PlanPaths.UNIT, PlanPaths.name(chosen.plan()));
        fields.set(MeasureForm.FROM, today.toString());
        fields.set(MeasureForm.TO, today.withMonth(12).withDayOfMonth(31).toString());
        fields.all(MeasureForm.REQUIREMENT).stream()
                .map(RequirementCode::new)
                .filter(lexicon.requirements()::containsKey)
                .findFirst()
                .map(code -> lexicon.name(code, words))
                .ifPresent(name -> {
                    fields.set(MeasureForm.GOAL, words.text("planning.measures.prefill.goal", name));
                    fields.set(
                            MeasureForm.TARGET_GROUP,
                            words.text("planning.measures.prefill.target", chosen.name(), name));
                });
    }

    /** What forms may refer to: for this viewer. */
    MeasureForm.Known known(Viewer viewer, NamedPerson people, LocalDate today) {
        Lexicon lexicon = lexicons.current();
        List<UUID> goalIds = goals.all().stream().map(Goal::id).toList();
        List<UUID> needIds = needs.all().stream()
                .filter(need -> need.unit().map(viewer::sees).orElse(true))
                .map(PlanNeed::id)
                .toList();
        return new MeasureForm.Known() {
            @Override
            public boolean requirement(RequirementCode code) {
                return lexicon.requirements().containsKey(code);
            }

            @Override
            public boolean goal(UUID goal) {
                return goalIds.contains(goal);
            }

            @Override
            public boolean need(UUID need) {
                return needIds.contains(need);
            }

            @Override
            public Optional<Place> person(PlanFields fields, String field) {
                return people.place(viewer, fields, field, today);
            }
        };
    }
}
