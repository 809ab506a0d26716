package no.kompetansebro.coverage.web;

import java.util.List;

/** What <i>Min enhet</i> shows. */
record UnitView(
        String name,
        List<Option> units,
        Head head,
        List<Minimum> minimums,
        List<Duty> duties,
        List<Below> below,
        Filters filters,
        Matrix matrix) {

    /** A choice of a list. */
    record Option(String value, String text, boolean chosen) {}

    /** The figures on top; {@code lapsed}: overdue and expired. */
    record Head(
            Bar coverage,
            Sparkline trend,
            String fullyCovered,
            String employees,
            long lapsed,
            long due,
            long expiring,
            String minimums,
            String leftOut) {}

    /** A minimum of a unit. */
    record Minimum(String name, String unit, String heads, String level, String text) {}

    /** A duty of a unit itself. */
    record Duty(String name, String unit, StatusView status, String validThrough) {}

    /** A unit directly below. */
    record Below(String name, String href, Bar coverage, long lapsed, long due, long expiring) {}

    /** What the matrix is narrowed to. */
    record Filters(List<Option> statuses, List<Option> requirements, List<Option> positions, boolean any) {}

    /** People by requirements. */
    record Matrix(List<Column> columns, List<Person> people, String shown, List<Page> pages) {}

    /** A requirement. */
    record Column(String name, boolean recommended, Bar coverage) {}

    /** An employee. */
    record Person(String name, String position, List<Cell> cells, long gaps) {}

    /** A status, or nothing where the employee is not subject ({@code code} is empty). */
    record Cell(String code, String text, String href) {
        static final Cell NONE = new Cell("", "", "");
    }

    /** A page of people. */
    record Page(String number, String href, boolean current) {}
}
