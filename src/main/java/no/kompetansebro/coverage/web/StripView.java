package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Standing;
import no.kompetansebro.shared.DateInterval;

/**
 * How a pair stands from two years before the date to two years after it, as a drawing 1000 wide.
 *
 * @param text the same in words
 * @param now where today is
 */
record StripView(String text, List<Piece> pieces, String now) {

    private static final int YEARS = 2;
    private static final double WIDTH = 1000;

    /** A stretch with one status. */
    record Piece(String x, String width, String status, String title) {}

    static DateInterval dates(AsOf asOf) {
        return new DateInterval(
                asOf.date().minusYears(YEARS), asOf.date().plusYears(YEARS).plusDays(1));
    }

    static StripView of(List<Standing> standings, AsOf asOf, Words words) {
        DateInterval dates = dates(asOf);
        List<Piece> pieces = standings.stream()
                .map(standing -> piece(standing, dates, words))
                .toList();
        return new StripView(
                pieces.stream().map(Piece::title).collect(Collectors.joining(". ")),
                pieces,
                place(asOf.today(), dates));
    }

    private static Piece piece(Standing standing, DateInterval dates, Words words) {
        LocalDate from = later(standing.dates().from(), dates.from());
        LocalDate until = earlier(standing.dates().until(), dates.until());
        return new Piece(
                place(from, dates),
                number(ChronoUnit.DAYS.between(from, until) * WIDTH / days(dates)),
                standing.status().name().toLowerCase(Locale.ROOT),
                words.text(
                        "coverage.strip.piece",
                        words.status(standing.status()),
                        words.date(from),
                        words.lastDay(until)));
    }

    private static String place(LocalDate date, DateInterval dates) {
        return number(ChronoUnit.DAYS.between(dates.from(), date) * WIDTH / days(dates));
    }

    private static long days(DateInterval dates) {
        return ChronoUnit.DAYS.between(dates.from(), dates.until());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
