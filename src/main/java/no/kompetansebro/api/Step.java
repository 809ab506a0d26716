package no.kompetansebro.api;

import java.time.LocalDate;
import java.util.Locale;

/** How far apart the points of a trend are. */
enum Step {
    DAY,
    WEEK,
    MONTH;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The point so many steps after the start. Months are counted from the start: 31 January, 28 February, 31 March. */
    LocalDate after(LocalDate start, int steps) {
        return switch (this) {
            case DAY -> start.plusDays(steps);
            case WEEK -> start.plusWeeks(steps);
            case MONTH -> start.plusMonths(steps);
        };
    }
}
