package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.Optional;

/** The dates from the first on, until (exclusive) the end where there is one. */
record Period(LocalDate from, Optional<LocalDate> until) {

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && until.map(date::isBefore).orElse(true);
    }
}
