package no.kompetansebro.imports;

/** A value of a file after it was read as its column's type. */
sealed interface Cell {

    /** @param value as PostgreSQL writes it */
    record Good(String value) implements Cell {}

    /** @param message why the value is refused */
    record Bad(String message) implements Cell {}
}
