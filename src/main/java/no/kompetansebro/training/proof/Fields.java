package no.kompetansebro.training.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was written in a form, and what is wrong with it: message keys by field. */
final class Fields {

    private static final int LONGEST = 1000;
    private static final int YEARS = 80;

    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Fields(Map<String, String> values) {
        this.values = values;
    }

    /** Of a form that is about to be shown, with these values in it. */
    static Fields fresh(Map<String, String> values, Instant now) {
        Map<String, String> all = new HashMap<>(values);
        all.put(FormKey.FIELD, FormKey.fresh(now));
        return new Fields(all);
    }

    /** Which form it is that was sent; empty where it does not say. */
    String form() {
        return text(FormKey.FIELD).orElse("");
    }

    /** The text without blanks around it, as long as it may be; empty where nothing was written. */
    Optional<String> text(String field) {
        return Optional.of(values.getOrDefault(field, "").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }

    /** The text, which must be there. */
    Optional<String> required(String field) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            wrong(field, "training.proof.error.missing");
        }
        return text;
    }

    /** The date, where one was written. */
    Optional<LocalDate> date(String field, LocalDate today) {
        return text(field).flatMap(text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.isAfter(today.minusYears(YEARS)) && date.isBefore(today.plusYears(YEARS))) {
                    return Optional.of(date);
                }
            } catch (DateTimeParseException e) {
                // Said below, as for a date that nobody means.
            }
            wrong(field, "training.proof.error.date");
            return Optional.empty();
        });
    }

    /** The last day on which something holds, as the first on which it no longer does. */
    Optional<LocalDate> lastDay(String field, LocalDate today) {
        return date(field, today).map(day -> day.plusDays(1));
    }

    void wrong(String field, String key) {
        errors.putIfAbsent(field, key);
    }

    boolean sound() {
        return errors.isEmpty();
    }

    Map<String, String> errors() {
        return errors;
    }

    Map<String, String> values() {
        return values;
    }
}
