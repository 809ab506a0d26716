package no.kompetansebro.coverage.engine;

import static no.kompetansebro.shared.Timeline.FOR_EVER;
import static no.kompetansebro.shared.Timeline.SINCE_EVER;

import java.time.LocalDate;

/** Arithmetic on days (coverage.md section 1): months clamp to a month's last day; ever stays ever. */
final class Calendar {

    private Calendar() {}

    /** The day so many months later. */
    static int monthsAfter(int day, int months) {
        if (day == SINCE_EVER || day == FOR_EVER) {
            return day;
        }
        return (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
    }

    /** The first of January, so many years after the day's year. */
    static int newYearAfter(int day, int years) {
        return (int)
                LocalDate.of(LocalDate.ofEpochDay(day).getYear() + years, 1, 1).toEpochDay();
    }
}
