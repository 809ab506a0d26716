package no.kompetansebro.api;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates as the API writes them: {@code YYYY-MM-DD}, and null for since ever, for ever and absent. */
final class Dates {

    private Dates() {}

    static @Nullable String text(LocalDate date) {
        return date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX) ? null : date.toString();
    }

    static @Nullable String text(Optional<LocalDate> date) {
        return date.isPresent() ? text(date.get()) : null;
    }
}
