package no.kompetansebro.imports;

import java.util.List;

/**
 * The table that the rows become.
 *
 * @param source the {@code from} clause that the fields' expressions read: {@code incoming r}, with joins
 * @param ofEmployees whether the table has an {@code employee_id}, so that the import can tell whom it concerns
 */
public record Target(String table, String source, boolean ofEmployees, List<Field> fields) {

    public Target {
        fields = List.copyOf(fields);
    }

    /** What a field of the table is to the fact. */
    public enum Part {
        /** Part of the fact's key. */
        KEY,
        /** Part of what the fact says: a row of the file replaces it. */
        VALUE,
        /** Once it is set, no later row changes it. */
        FINAL,
        /** Set where the row is new. */
        WHEN_NEW,
        /** Set where anything in the row changes. */
        STAMP
    }

    /** A field of the table and the SQL expression that gives it. */
    public record Field(String name, Part part, String expression) {

        /** A part of the key. */
        public static Field key(String name, String expression) {
            return new Field(name, Part.KEY, expression);
        }

        /** A part of what the fact says. */
        public static Field value(String name, String expression) {
            return new Field(name, Part.VALUE, expression);
        }

        /** Something else the table keeps of the fact. */
        public static Field of(Part part, String name, String expression) {
            return new Field(name, part, expression);
        }
    }
}
