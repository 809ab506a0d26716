package no.kompetansebro.planning.heat;

import java.util.List;

/** What the heat map shows. */
record HeatView(
        List<Tab> rowTabs,
        List<Tab> columnTabs,
        String rowTitle,
        List<Column> columns,
        List<Row> rows,
        String leftOut) {

    /** Another way to make rows or columns. */
    record Tab(String name, String href, boolean current) {}

    /** A column; no link where there is nothing more to see of it alone. */
    record Column(String name, String href) {}

    /** A row with a cell for each column. */
    record Row(String name, String href, Cell total, List<Cell> cells) {}

    /**
     * A coverage.
     *
     * @param heat 0 (lowest) to 5 (all covered); -1 where there is nothing to cover
     * @param of how many of how many
     */
    record Cell(String percent, int heat, String of, String href) {}
}
