package no.kompetansebro.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows one by one as they come, so that an answer of any length takes the same memory. */
interface RowWriter<T> extends Consumer<T> {

    /** Writes what comes after the last row. */
    default void end() {}

    /** The rows as lines of JSON, each an object. */
    static <T> RowWriter<T> lines(List<Column<T>> columns, Writer out, JsonMapper json) {
        return row -> {
            write(out, json.writeValueAsString(object(columns, row)));
            write(out, "\n");
        };
    }

    /** The rows as an array of objects. */
    static <T> RowWriter<T> array(List<Column<T>> columns, Writer out, JsonMapper json) {
        return new ArrayOfObjects<>(columns, out, json);
    }

    /**
     * The rows as CSV (RFC 4180) under a header. Values are codes, dates and numbers and are written exactly, for programs
     * to read: a file for a spreadsheet needs its formulas defused, and is another one.
     */
    static <T> RowWriter<T> csv(List<Column<T>> columns, Writer out) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(columns.stream().map(Column::name).toArray(String[]::new));
        return row -> csv.writeRecord(
                columns.stream().map(column -> text(column.value().apply(row))).toArray(String[]::new));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The row as an object. */
    static <T> Map<String, @Nullable Object> object(List<Column<T>> columns, T row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        columns.forEach(column -> object.put(column.name(), column.value().apply(row)));
        return object;
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps whether a row has been written: the next one comes after a comma. */
    final class ArrayOfObjects<T> implements RowWriter<T> {

        private final List<Column<T>> columns;
        private final Writer out;
        private final JsonMapper json;
        private String before = "[";

        ArrayOfObjects(List<Column<T>> columns, Writer out, JsonMapper json) {
            this.columns = columns;
            this.out = out;
            this.json = json;
        }

        @Override
        public void accept(T row) {
            write(out, before);
            write(out, json.writeValueAsString(object(columns, row)));
            before = ",";
        }

        @Override
        public void end() {
            write(out, before.equals("[") ? "[]" : "]");
        }
    }
}
