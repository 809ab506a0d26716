package no.kompetansebro.planning.reports;

import java.util.List;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;

/**
 * A part of a report: a table whose rows have names. The page, the files and the comparison are made of the same.
 *
 * @param note what to know when reading it; may be empty
 * @param rowTitle what its rows are
 * @param columns of the cells, without the names
 */
record Section(String id, String title, String note, String rowTitle, List<Column> columns, List<Row> rows) {

    /**
     * A row.
     *
     * @param key tells it from the others in whatever language
     * @param href where it leads; empty where nowhere
     */
    record Row(String key, String name, String href, List<Cell> cells) {}
}
