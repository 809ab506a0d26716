package no.kompetansebro.tables;

/** A column of a table: its title, and what stands in it. */
public record Column(String title, Kind kind) {

    /** What the cells of a column are; any of them may be a text instead. */
    public enum Kind {
        TEXT(Cell.Text.class),
        NUMBER(Cell.Amount.class),
        PERCENT(Cell.Share.class),
        DATE(Cell.Day.class);

        private final Class<? extends Cell> cells;

        Kind(Class<? extends Cell> cells) {
            this.cells = cells;
        }

        boolean takes(Cell cell) {
            return cells.isInstance(cell) || cell instanceof Cell.Text;
        }
    }

    public static Column text(String title) {
        return new Column(title, Kind.TEXT);
    }

    public static Column number(String title) {
        return new Column(title, Kind.NUMBER);
    }

    public static Column percent(String title) {
        return new Column(title, Kind.PERCENT);
    }

    public static Column date(String title) {
        return new Column(title, Kind.DATE);
    }
}
