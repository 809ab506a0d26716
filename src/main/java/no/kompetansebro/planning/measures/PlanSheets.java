package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanSheet.Table;
import org.springframework.stereotype.Component;

/** Puts a plan's tables together as texts. Nobody is named in them: what is of single employees is left out. */
@Component
class PlanSheets {

    private final Measures measures;
    private final MeasureViews views;
    private final NeedTable needs;
    private final StrategicGoals goals;

    PlanSheets(Measures measures, MeasureViews views, NeedTable needs, StrategicGoals goals) {
        this.measures = measures;
        this.views = views;
        this.needs = needs;
        this.goals = goals;
    }

    PlanSheet of(Viewer viewer, Chosen chosen, LocalDate today, Words words) {
        return new PlanSheet(
                goals.all().stream()
                        .filter(goal -> !goal.retired())
                        .map(Goal::text)
                        .toList(),
                new Table(
                        NeedTable.columns(words),
                        needs.rows(viewer, chosen, words).stream()
                                .map(PlanSheets::need)
                                .toList()),
                measures(viewer, chosen, today, words));
    }

    static List<String> need(NeedTable.Row row) {
        return List.of(
                row.unit(),
                row.need(),
                String.join("\n", row.strategies()),
                String.join(
                        "\n", row.measures().stream().map(NeedTable.Link::text).toList()));
    }

    /** The plan's own and inherited measures and those below it, in the seven columns, with whose plan they are in and how far they have come. */
    Table measures(Viewer viewer, Chosen chosen, LocalDate today, Words words) {
        PlanContents contents =
                PlanContents.of(chosen.plan(), measures.all(), chosen.tree()).seenBy(viewer);
        List<Measure> all = Stream.of(contents.own(), contents.inherited(), contents.below())
                .flatMap(List::stream)
                .filter(each ->
                        each.state() != MeasureState.CANCELLED && !each.place().isPersonal())
                .toList();
        MeasureViews.Speaking speaking = views.speaking(all, chosen.tree(), today, words);
        List<String> columns = new ArrayList<>(PlanPage.columns(words));
        columns.add(words.text("planning.measures.column.plan"));
        columns.add(words.text("planning.measures.column.state"));
        return new Table(
                columns,
                all.stream()
                        .map(speaking::view)
                        .map(view -> Stream.concat(view.texts().stream(), Stream.of(view.plan(), view.stateText()))
                                .toList())
                        .toList());
    }
}
