package no.kompetansebro.planning.gapdays;

import java.time.LocalDate;
import no.kompetansebro.shared.DateInterval;

/** The period of gap days: up to and with the page's date, from the beginning of something. */
enum Span {
    /** The tertial that contains the date. */
    TERTIAL("") {
        @Override
        LocalDate from(LocalDate last) {
            return last.withDayOfMonth(1).withMonth((last.getMonthValue() - 1) / 4 * 4 + 1);
        }
    },
    /** The year that contains the date. */
    YEAR("ar") {
        @Override
        LocalDate from(LocalDate last) {
            return last.withDayOfYear(1);
        }
    },
    /** Twelve months. */
    MONTHS("12") {
        @Override
        LocalDate from(LocalDate last) {
            return last.plusDays(1).minusMonths(12);
        }
    };

    private final String code;

    Span(String code) {
        this.code = code;
    }

    abstract LocalDate from(LocalDate last);

    /** In an address. */
    String code() {
        return code;
    }

    /** The days from the beginning to the last one. */
    DateInterval until(LocalDate last) {
        return new DateInterval(from(last), last.plusDays(1));
    }

    /** The one with the code; the tertial where there is none. */
    static Span of(String code) {
        for (Span each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        return TERTIAL;
    }
}
