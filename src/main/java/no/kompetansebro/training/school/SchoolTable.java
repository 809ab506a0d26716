package no.kompetansebro.training.school;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;
import no.kompetansebro.tables.Table;
import no.kompetansebro.training.school.ModuleStanding.Place;
import no.kompetansebro.training.school.SchoolReport.Level;

/** The leadership school as a table: for each level and module all the places, which sum to the level's leaders. */
record SchoolTable(SchoolReport report, SchoolWords school) {

    private static final List<String> FIGURES = List.of("leaders", "covered", "open", "exempt", "agreed", "none");

    Table on(AsOf asOf, String leftOut) {
        List<Column> columns = Stream.concat(
                        Stream.of(
                                Column.date(title("date")),
                                Column.text(title("level")),
                                Column.text(title("module")),
                                Column.text(title("name"))),
                        FIGURES.stream().map(figure -> Column.number(title(figure))))
                .toList();
        List<List<Cell>> rows = report.levels().entrySet().stream()
                .flatMap(level -> report.modules().stream().map(module -> row(asOf, level, module)))
                .toList();
        return Table.of("lederskole", school.words().text("training.school.plan.title"), asOf.date(), columns, rows)
                .leavingOut(leftOut);
    }

    private String title(String column) {
        return school.words().text("training.school.file." + column);
    }

    private List<Cell> row(AsOf asOf, Map.Entry<String, Level> level, ItemCode module) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.date(asOf.date()),
                Cell.text(level.getKey()),
                Cell.text(module.value()),
                Cell.text(school.name(module)),
                Cell.number(level.getValue().leaders())));
        Arrays.stream(Place.values())
                .map(place -> Cell.number(level.getValue().count(module, place)))
                .forEach(cells::add);
        return cells;
    }
}
