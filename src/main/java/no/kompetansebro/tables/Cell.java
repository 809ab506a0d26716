package no.kompetansebro.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** Nothing: a figure that is undefined, a date that there is not. */
    Cell NONE = new Text("");

    /** A text, also where a column of figures has none to show. */
    record Text(String value) implements Cell {}

    /** A number, exact. */
    record Amount(BigDecimal value) implements Cell {}

    /** A share, 0 to 1 in thousandths. */
    record Share(BigDecimal value) implements Cell {}

    /** A date. */
    record Day(LocalDate value) implements Cell {}

    /** A text; "" for none. */
    static Cell text(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Cell number(long value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    /** A number with the decimals that it has. */
    static Cell number(BigDecimal value) {
        return new Amount(value);
    }

    /** A share 0 to 1, rounded down to thousandths as on a screen, so that 100 % means all; nothing where it is undefined. */
    static Cell share(OptionalDouble value) {
        return value.isEmpty()
                ? NONE
                : new Share(BigDecimal.valueOf(value.getAsDouble())
                        .setScale(6, RoundingMode.HALF_UP)
                        .setScale(3, RoundingMode.DOWN));
    }

    /** A date. */
    static Cell date(LocalDate value) {
        return new Day(value);
    }

    /** A date, or nothing. */
    static Cell date(Optional<LocalDate> value) {
        return value.<Cell>map(Day::new).orElse(NONE);
    }
}
