package no.kompetansebro.api;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A named value of each row of an answer: text, a number, or null for what is absent. */
record Column<T>(String name, Function<T, @Nullable Object> value) {

    static <T> Column<T> of(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, value);
    }
}
