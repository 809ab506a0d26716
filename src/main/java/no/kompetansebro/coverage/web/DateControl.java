package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The date control of a page about coverage.
 *
 * @param action the page's own path
 * @param date the date as the input wants it
 * @param kept the page's other parameters
 * @param note what a past or future date means; empty for today
 * @param tense {@code past}, {@code today} or {@code future}
 */
public record DateControl(
        String action,
        String date,
        String label,
        Map<String, String> kept,
        List<Choice> choices,
        String tense,
        String note) {

    /** A date to jump to. */
    public record Choice(String text, String href, boolean current) {}

    /** The control of the page at the path with these other parameters. */
    public static DateControl of(AsOf asOf, Words words, String path, Map<String, String> parameters) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.values().removeIf(String::isEmpty);
        return new DateControl(
                path,
                asOf.date().toString(),
                words.date(asOf.date()),
                kept,
                choices(asOf, words, path, kept),
                tense(asOf),
                note(asOf, words));
    }

    private static List<Choice> choices(AsOf asOf, Words words, String path, Map<String, String> kept) {
        return List.of(
                choice("coverage.date.lastTertial", asOf.endOfLastTertial(), asOf, words, path, kept),
                choice("coverage.date.today", asOf.today(), asOf, words, path, kept),
                choice("coverage.date.tertial", asOf.endOfTertial(), asOf, words, path, kept),
                choice("coverage.date.halfAYear", asOf.halfAYearAhead(), asOf, words, path, kept));
    }

    private static Choice choice(
            String key, LocalDate date, AsOf asOf, Words words, String path, Map<String, String> kept) {
        return new Choice(words.text(key, words.date(date)), asOf.link(path, kept, date), date.equals(asOf.date()));
    }

    private static String tense(AsOf asOf) {
        return asOf.isPast() ? "past" : asOf.isFuture() ? "future" : "today";
    }

    private static String note(AsOf asOf, Words words) {
        return asOf.isToday() ? "" : words.text("coverage.date.note." + tense(asOf), words.date(asOf.date()));
    }
}
