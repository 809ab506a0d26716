package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import tools.jackson.databind.json.JsonMapper;

/** Answers with rows, in the format that the request accepts, written while they are found. */
@Component
class RowAnswers {

    private final JsonMapper json;

    RowAnswers(JsonMapper json) {
        this.json = json;
    }

    /** All rows of the list. */
    <T> void write(HttpServletRequest request, HttpServletResponse response, List<Column<T>> columns, List<T> rows)
            throws IOException, HttpMediaTypeNotAcceptableException {
        write(RowFormat.of(request), response, columns, rows::forEach);
    }

    /** All rows that the source hands over. */
    <T> void write(RowFormat format, HttpServletResponse response, List<Column<T>> columns, Consumer<Consumer<T>> rows)
            throws IOException {
        response.setContentType(format.contentType());
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        RowWriter<T> writer = writer(format, columns, out);
        rows.accept(writer);
        writer.end();
        out.flush();
    }

    private <T> RowWriter<T> writer(RowFormat format, List<Column<T>> columns, Writer out) {
        return switch (format) {
            case JSON -> RowWriter.array(columns, out, json);
            case NDJSON -> RowWriter.lines(columns, out, json);
            case CSV -> RowWriter.csv(columns, out);
        };
    }
}
