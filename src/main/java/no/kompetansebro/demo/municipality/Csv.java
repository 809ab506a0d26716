package no.kompetansebro.demo.municipality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An import file in the making (interfaces.md section 3). */
final class Csv {

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    Csv(String... header) {
        this.columns = header.length;
        this.lines.add(String.join(",", header));
    }

    /** Adds a row; an empty {@link Optional} is an absent value. */
    void row(Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        var texts = new ArrayList<String>();
        for (Object value : values) {
            texts.add(quoted(
                    value instanceof Optional<?> optional
                            ? optional.map(Object::toString).orElse("")
                            : value.toString()));
        }
        lines.add(String.join(",", texts));
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    String text() {
        return String.join("\r\n", lines) + "\r\n";
    }
}
