package no.kompetansebro.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A node at its path. Reads it as what it must be; what it is not becomes an error and the answer is empty. */
record Place(String path, YamlNode node, Errors errors) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST_CODE = 200;

    void refuse(String message) {
        errors.add(path, value(), message);
    }

    private @Nullable String value() {
        return node instanceof YamlNode.Text(String value, boolean _) ? value : null;
    }

    private <T> Optional<T> refused(String message) {
        refuse(message);
        return Optional.empty();
    }

    /** A text that is not blank. */
    Optional<String> text() {
        if (!(node instanceof YamlNode.Text text)) {
            return refused("must be a text");
        }
        return text.isNothing() || text.value().isBlank() ? refused("must not be empty") : Optional.of(text.value());
    }

    /** A code that others gave: of a position, a unit, a role … */
    Optional<String> foreignCode() {
        Optional<String> code = text();
        return code.isEmpty() || code.get().length() <= LONGEST_CODE ? code : refused("is longer than 200 characters");
    }

    /** A code of the catalogue's own. */
    Optional<String> code() {
        Optional<String> code = foreignCode();
        return code.isEmpty() || CODE.matcher(code.get()).matches()
                ? code
                : refused(
                        "is no code: lower-case letters a to z, digits, '.', '_' and '-', the first a letter or digit");
    }

    /** A whole number from {@code min} to {@code max}. */
    Optional<Integer> integer(int min, int max) {
        Optional<Integer> number = text().flatMap(text -> INTEGER.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text))
                : refused("must be a whole number"));
        return number.isEmpty() || (number.get() >= min && number.get() <= max)
                ? number
                : refused("must be " + min + " to " + max);
    }

    /** A number, with a decimal point perhaps. */
    Optional<BigDecimal> decimal() {
        return text().flatMap(text -> DECIMAL.matcher(text).matches()
                ? Optional.of(normalised(new BigDecimal(text)))
                : refused("must be a number such as 4 or 37.5"));
    }

    /** A number from {@code min} to {@code max}. */
    Optional<BigDecimal> decimal(int min, int max) {
        Optional<BigDecimal> number = decimal();
        return number.isEmpty() || isBetween(number.get(), min, max)
                ? number
                : refused("must be " + min + " to " + max);
    }

    private static boolean isBetween(BigDecimal number, int min, int max) {
        return number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static BigDecimal normalised(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A date from 1900-01-01 to 2200-12-31. */
    Optional<LocalDate> date() {
        Optional<LocalDate> date = text().flatMap(this::parseDate);
        return date.isEmpty() || (date.get().getYear() >= 1900 && date.get().getYear() <= 2200)
                ? date
                : refused("must be a date from 1900 to 2200");
    }

    private Optional<LocalDate> parseDate(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : refused("must be a date, YYYY-MM-DD");
        } catch (DateTimeException _) {
            return refused("is no day of the calendar");
        }
    }

    /** One of the names of an enumeration, exactly. */
    <E extends Enum<E>> Optional<E> choice(Class<E> choices) {
        E[] all = choices.getEnumConstants();
        return text().flatMap(text -> Arrays.stream(all)
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .or(() -> refused("must be one of "
                        + String.join(", ", Arrays.stream(all).map(Enum::name).toList()))));
    }

    /** The fields of a mapping that may have these and no others. */
    Optional<Fields> fields(String... known) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return refused("must be a mapping with " + String.join(", ", known));
        }
        Fields fields = new Fields(this, mapping.fields());
        fields.refuseUnknown(List.of(known));
        return Optional.of(fields);
    }

    /** The places of a sequence, perhaps none. */
    List<Place> list() {
        if (!(node instanceof YamlNode.Sequence(List<YamlNode> nodes))) {
            refuse("must be a list");
            return List.of();
        }
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new Place(path + "[" + i + "]", nodes.get(i), errors))
                .toList();
    }

    /** The places of a sequence of at least one. */
    List<Place> someOf() {
        List<Place> places = list();
        if (places.isEmpty() && node instanceof YamlNode.Sequence) {
            refuse("must not be empty");
        }
        return places;
    }
}
