package no.kompetansebro.planning.heat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.FigureTables;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.GridRow;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.heat.HeatView.Cell;
import no.kompetansebro.planning.heat.HeatView.Column;
import no.kompetansebro.planning.heat.HeatView.Row;
import no.kompetansebro.planning.heat.HeatView.Tab;
import no.kompetansebro.planning.scope.Scope;
import org.springframework.stereotype.Component;

/** Puts the heat map together: the lowest rows and columns first. */
@Component
class HeatPage {

    private static final double[] LIMITS = {0.6, 0.75, 0.85, 0.95, 1};

    private final Coverage coverage;
    private final FigureTables tables;

    HeatPage(Coverage coverage, FigureTables tables) {
        this.coverage = coverage;
        this.tables = tables;
    }

    HeatView of(Scope scope, HeatQuestion question, Lexicon lexicon, Words words) {
        List<SummaryRow> columns = coverage.summary(scope.viewer(), scope.headline(), question.columns()).stream()
                .sorted(Comparator.comparingDouble((SummaryRow row) -> order(row.figures()))
                        .thenComparing(SummaryRow::key))
                .toList();
        List<GridRow> rows = tables.grid(scope.viewer(), scope.headline(), question.rows(), question.columns()).stream()
                .sorted(Comparator.comparingDouble((GridRow row) -> order(row.total()))
                        .thenComparing(GridRow::key))
                .toList();
        HeatLinks links = new HeatLinks(scope, question, lexicon);
        List<Row> lines = new ArrayList<>();
        if (!columns.isEmpty()) {
            lines.add(all(scope, columns, links, words));
        }
        rows.forEach(row -> lines.add(row(row, question, columns, links, words)));
        return new HeatView(
                tabs(HeatQuestion.ROWS, question.rows(), by -> new HeatQuestion(by, question.columns()), scope, words),
                tabs(
                        HeatQuestion.COLUMNS,
                        question.columns(),
                        by -> new HeatQuestion(question.rows(), by),
                        scope,
                        words),
                words.text("planning.gap.by." + question.rows().name()),
                columns.stream()
                        .map(column -> new Column(
                                name(question.columns(), column.key(), words.name(column.name()), words),
                                links.column(column.key())))
                        .toList(),
                lines,
                words.text(
                        "coverage.leftOut",
                        coverage.figures(scope.viewer(), scope.headline()).exempt()));
    }

    private interface Asking {
        HeatQuestion by(By by);
    }

    private static List<Tab> tabs(List<By> choices, By chosen, Asking asking, Scope scope, Words words) {
        return choices.stream()
                .map(by -> new Tab(
                        words.text("planning.gap.by." + by.name()),
                        scope.link(HeatController.PATH, asking.by(by).parameters()),
                        by == chosen))
                .toList();
    }

    private Row all(Scope scope, List<SummaryRow> columns, HeatLinks links, Words words) {
        Figures total = coverage.figures(scope.viewer(), scope.headline());
        return new Row(
                scope.name(),
                "",
                cell(Optional.of(total), "", words),
                columns.stream()
                        .map(column -> cell(Optional.of(column.figures()), links.all(column.key()), words))
                        .toList());
    }

    private static Row row(GridRow row, HeatQuestion question, List<SummaryRow> columns, HeatLinks links, Words words) {
        String name = name(question.rows(), row.key(), words.name(row.name()), words);
        return new Row(
                name,
                links.row(row.key()),
                cell(Optional.of(row.total()), "", words),
                columns.stream()
                        .map(column -> cell(
                                Optional.ofNullable(row.columns().get(column.key())),
                                links.cell(
                                        row.key(),
                                        name,
                                        column.key(),
                                        row.total().employees()),
                                words))
                        .toList());
    }

    private static String name(By by, String key, String name, Words words) {
        return switch (by) {
            case CATEGORY -> words.text("coverage.category." + key);
            case LEADER_LEVEL ->
                key.isEmpty() ? words.text("planning.gap.noLevel") : words.text("planning.gap.level", key);
            case UNIT, REQUIREMENT, COMPETENCE, POSITION -> name;
        };
    }

    private static Cell cell(Optional<Figures> figures, String href, Words words) {
        return figures.filter(each -> each.coverage().isPresent())
                .map(each -> {
                    Bar bar = Bar.of(each, words);
                    return new Cell(bar.percent(), heat(each.coverage()), bar.of(), href);
                })
                .orElse(new Cell(Words.DASH, -1, "", ""));
    }

    private static int heat(OptionalDouble share) {
        int heat = 0;
        while (heat < LIMITS.length && share.orElse(0) >= LIMITS[heat]) {
            heat++;
        }
        return heat;
    }

    private static double order(Figures figures) {
        return figures.coverage().orElse(2);
    }
}
