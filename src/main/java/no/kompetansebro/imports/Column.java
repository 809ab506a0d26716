package no.kompetansebro.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A column of an import file.
 *
 * @param mandatory whether the file must have it, with a value in every row
 * @param fallback what an empty value stands for; nothing when absent
 */
public record Column(String name, CellType type, boolean mandatory, Optional<String> fallback) {

    /** A code or number that outside systems know something by: up to 200 characters on one line. */
    public static Column code(String name) {
        return new Column(name, new CellType.Text(200, false), false, Optional.empty());
    }

    /** A name, up to 500 characters. */
    public static Column name(String name) {
        return new Column(name, new CellType.Text(500, true), false, Optional.empty());
    }

    /** Text, up to 2,000 characters. */
    public static Column text(String name) {
        return new Column(name, new CellType.Text(2_000, true), false, Optional.empty());
    }

    /** A date, 1900 to 2200. */
    public static Column date(String name) {
        return new Column(name, new CellType.Date(2200), false, Optional.empty());
    }

    /** The first date on which something no longer holds, up to 9999-12-31, which many systems write for ever as. */
    public static Column until(String name) {
        return new Column(name, new CellType.Date(9999), false, Optional.empty());
    }

    /** A decimal number within the bounds, both included. */
    public static Column decimal(String name, int least, int most) {
        return new Column(
                name,
                new CellType.Decimal(BigDecimal.valueOf(least), BigDecimal.valueOf(most)),
                false,
                Optional.empty());
    }

    /** A whole number within the bounds, both included. */
    public static Column wholeNumber(String name, int least, int most) {
        return new Column(name, new CellType.WholeNumber(least, most), false, Optional.empty());
    }

    /** One of the words. */
    public static Column choice(String name, String... words) {
        return new Column(name, new CellType.Choice(List.of(words)), false, Optional.empty());
    }

    /** {@code true} or {@code false}; false when empty. */
    public static Column flag(String name) {
        return new Column(name, new CellType.Flag(), false, Optional.of("false"));
    }

    /** The same, needed in every row. */
    public Column required() {
        return new Column(name, type, true, fallback);
    }

    /** The same, with what an empty value stands for. */
    public Column orElse(String value) {
        return new Column(name, type, mandatory, Optional.of(value));
    }
}
