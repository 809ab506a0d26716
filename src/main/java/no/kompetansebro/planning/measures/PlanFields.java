package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was written in a form of a plan, and what is wrong with it: message keys by field. */
final class PlanFields {

    static final int SHORT = 200;
    static final int LONG = 1000;

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2150, 1, 1);
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");

    private final MultiValueMap<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    PlanFields(MultiValueMap<String, String> values) {
        this.values = values;
    }

    static PlanFields empty() {
        return new PlanFields(new LinkedMultiValueMap<>());
    }

    String value(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value.strip();
    }

    List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    boolean is(String field) {
        return !value(field).isEmpty();
    }

    void set(String field, String value) {
        values.set(field, value);
    }

    void add(String field, String value) {
        values.add(field, value);
    }

    /** The text, no longer than it may be. */
    String text(String field, int longest) {
        if (value(field).length() > longest) {
            wrong(field, "planning.measures.error.long");
        }
        return value(field);
    }

    /** The text, which must be there. */
    String required(String field, int longest) {
        if (value(field).isEmpty()) {
            wrong(field, "planning.measures.error.missing");
        }
        return text(field, longest);
    }

    Optional<LocalDate> date(String field) {
        if (value(field).isEmpty()) {
            wrong(field, "planning.measures.error.missing");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value(field)))
                    .filter(date -> date.isAfter(FIRST) && date.isBefore(LAST))
                    .or(() -> wrong(field, "planning.measures.error.date"));
        } catch (DateTimeParseException _) {
            return wrong(field, "planning.measures.error.date");
        }
    }

    /** The whole number, where one was written. */
    Optional<Integer> whole(String field, int least, int most) {
        if (!is(field)) {
            return Optional.empty();
        }
        boolean sound = value(field).matches("\\d{1,6}")
                && Integer.parseInt(value(field)) >= least
                && Integer.parseInt(value(field)) <= most;
        return sound ? Optional.of(Integer.valueOf(value(field))) : wrong(field, "planning.measures.error.number");
    }

    /** The amount of kroner, where one was written: 10 000 or 10000,50. */
    Optional<BigDecimal> amount(String field) {
        String plain = value(field).replaceAll("[\\s\u00a0]", "");
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')).setScale(2))
                : wrong(field, "planning.measures.error.amount");
    }

    /** The key, where something was chosen that is one. */
    Optional<UUID> key(String field) {
        try {
            return is(field) ? Optional.of(UUID.fromString(value(field))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return wrong(field, "planning.measures.error.choice");
        }
    }

    <T> Optional<T> wrong(String field, String key) {
        errors.putIfAbsent(field, key);
        return Optional.empty();
    }

    boolean sound() {
        return errors.isEmpty();
    }

    Map<String, String> errors() {
        return errors;
    }
}
