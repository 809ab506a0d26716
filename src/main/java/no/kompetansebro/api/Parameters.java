package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The query parameters of one request, checked: only those that the call has, each at most once. Every refusal is a 400
 * that names the parameter ({@link RequestRefused#parameter}).
 *
 * <p>The query string is read directly: the servlet API would mix in a form body, and guess at broken escapes.
 */
final class Parameters {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_CODE = 200;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** The request's parameters; {@code known} are the names of those that the call has. */
    static Parameters of(HttpServletRequest request, String... known) {
        return of(Optional.ofNullable(request.getQueryString()).orElse(""), Set.of(known));
    }

    static Parameters of(String query, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded("query", equals < 0 ? pair : pair.substring(0, equals));
                if (!known.contains(name)) {
                    throw RequestRefused.parameter(shown(name), "is not a parameter of this call");
                }
                if (values.put(name, equals < 0 ? "" : decoded(name, pair.substring(equals + 1))) != null) {
                    throw RequestRefused.parameter(name, "is given more than once");
                }
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String name, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.parameter(name, "has a broken percent escape");
        }
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 50 ? printable : printable.substring(0, 50);
    }

    /** A date, {@code YYYY-MM-DD}, from 1900-01-01 to 2200-12-31. */
    Optional<LocalDate> date(String name) {
        return Optional.ofNullable(values.get(name)).map(text -> date(name, text));
    }

    private static LocalDate date(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                LocalDate date = LocalDate.parse(text, STRICT);
                if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                    return date;
                }
            }
        } catch (DateTimeException e) {
            // Told below, as for any other text that is no date.
        }
        throw RequestRefused.parameter(name, "must be a date YYYY-MM-DD from 1900 to 2200");
    }

    /** A code or number that outside systems know something by: not empty, no control characters. */
    Optional<String> code(String name) {
        return Optional.ofNullable(values.get(name)).map(text -> code(name, text));
    }

    private static String code(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST_CODE || text.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.parameter(name, "must be 1 to " + LONGEST_CODE + " characters of text");
        }
        return text;
    }

    /** What an earlier answer gave out to be handed back, unread. */
    Optional<String> token(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number from {@code least} to {@code most}. */
    Optional<Integer> number(String name, int least, int most) {
        return Optional.ofNullable(values.get(name)).map(text -> number(name, text, least, most));
    }

    private static int number(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw RequestRefused.parameter(name, "must be a whole number from " + least + " to " + most);
    }

    /** A flag: {@code true} or just the name, or {@code false}; false when absent. */
    boolean flag(String name) {
        String text = values.getOrDefault(name, "false");
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw RequestRefused.parameter(name, "must be true or false");
        };
    }

    /** One of the choices, each written as {@code text} gives it. */
    <T> Optional<T> choice(String name, T[] choices, Function<T, String> text) {
        return Optional.ofNullable(values.get(name)).map(value -> choice(name, value, choices, text));
    }

    /** Some of the choices, separated by commas; none when absent. */
    <T> Set<T> choices(String name, T[] choices, Function<T, String> text) {
        Set<T> chosen = new LinkedHashSet<>();
        if (values.containsKey(name)) {
            for (String value : values.get(name).split(",", -1)) {
                chosen.add(choice(name, value, choices, text));
            }
        }
        return chosen;
    }

    private static <T> T choice(String name, String value, T[] choices, Function<T, String> text) {
        return Arrays.stream(choices)
                .filter(choice -> text.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> RequestRefused.parameter(
                        name,
                        "must be one of "
                                + String.join(
                                        ", ", Arrays.stream(choices).map(text).toList())));
    }

    /** The parameter's value. Refuses the request when it is absent. */
    static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> RequestRefused.parameter(name, "is required"));
    }
}
