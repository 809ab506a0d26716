package no.kompetansebro.planning.reports;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;

/** The columns of a report, by name, and the cells that stand in them. */
record FigureColumns(Words words) {

    /** Those of a part for who may see people. */
    List<Column> full() {
        return Stream.concat(
                        brief().stream(),
                        Stream.of("expiring", "due", "overdue", "expired", "exempt", "fully")
                                .map(this::number))
                .toList();
    }

    /** Those of a part for who may not. */
    List<Column> brief() {
        return List.of(number("employees"), number("toCover"), number("covered"), percent("coverage"));
    }

    static List<Cell> full(Figures figures) {
        return Stream.concat(
                        brief(figures).stream(),
                        Stream.of(
                                        figures.expiring(),
                                        figures.due(),
                                        figures.overdue(),
                                        figures.expired(),
                                        figures.exempt(),
                                        figures.fullyCovered())
                                .map(Cell::number))
                .toList();
    }

    static List<Cell> brief(Figures figures) {
        return shareOf(figures.employees(), figures.covered(), figures.pairs() - figures.exempt());
    }

    /** So many people; of their pairs to be covered so many are. */
    static List<Cell> shareOf(long people, long covered, long toCover) {
        return List.of(Cell.number(people), Cell.number(toCover), Cell.number(covered), share(covered, toCover));
    }

    static Cell share(long part, long whole) {
        return Cell.share(whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole));
    }

    /** A row that leads nowhere, without its cells where they are not to be shown. */
    Row row(String key, String name, boolean hidden, List<Cell> cells) {
        Cell nothing = Cell.text(words.text("planning.reports.hidden"));
        return new Row(key, name, "", hidden ? Collections.nCopies(cells.size(), nothing) : cells);
    }

    Column number(String name) {
        return Column.number(title(name));
    }

    Column percent(String name) {
        return Column.percent(title(name));
    }

    Column text(String name) {
        return Column.text(title(name));
    }

    Column date(String name) {
        return Column.date(title(name));
    }

    private String title(String name) {
        return words.text("planning.reports.column." + name);
    }
}
