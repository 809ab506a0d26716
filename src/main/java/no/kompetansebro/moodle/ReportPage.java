package no.kompetansebro.moodle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A page of the custom report, by its headers and not by its order. Everything is text for people, in the language and the
 * time zone of the service account; so whatever is not exactly as English in UTC writes it stops the reading.
 *
 * @param total rows of the whole report
 */
record ReportPage(List<Row> rows, long total) {

    private static final DateTimeFormatter ENGLISH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEEE, d MMMM uuuu, h:mm a")
            .toFormatter(Locale.ENGLISH);

    /**
     * A person in a course.
     *
     * @param person the employee number; may be empty
     * @param completedAt empty: not completed
     */
    record Row(String person, String idNumber, String shortName, Optional<Instant> completedAt) {}

    /** Which column is where; -1: nowhere. */
    private record Columns(int person, int idNumber, int shortName, int completed, int time) {

        static Columns of(List<String> headers) {
            return new Columns(
                    needed(headers, "ID number"),
                    found(headers, "Course ID number"),
                    needed(headers, "Course short name"),
                    needed(headers, "Completed"),
                    needed(headers, "Time completed"));
        }

        private static int needed(List<String> headers, String header) {
            int column = found(headers, header);
            if (column < 0) {
                throw new Halt(Trouble.COLUMNS, header, Optional.empty());
            }
            return column;
        }

        private static int found(List<String> headers, String header) {
            int first = headers.indexOf(header);
            if (first != headers.lastIndexOf(header)) {
                throw new Halt(Trouble.COLUMNS, header, Optional.empty());
            }
            return first;
        }
    }

    /** Throws {@link Halt} with COLUMNS or TEXT where it is not what it should be. */
    static ReportPage read(JsonNode answer) {
        JsonNode data = answer.path("data");
        if (!data.path("headers").isArray() || !data.path("rows").isArray()) {
            throw new Halt(Trouble.UNREADABLE);
        }
        List<String> headers = texts(data.path("headers"));
        Columns columns = Columns.of(headers);
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : data.path("rows")) {
            List<String> cells = texts(row.path("columns"));
            if (cells.size() != headers.size()) {
                throw new Halt(Trouble.UNREADABLE);
            }
            rows.add(row(cells, columns));
        }
        return new ReportPage(List.copyOf(rows), data.path("totalrowcount").asLong(0));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(MoodleAnswer::text)
                .toList();
    }

    private static Row row(List<String> cells, Columns columns) {
        boolean completed = switch (cells.get(columns.completed())) {
            case "Yes" -> true;
            case "No", "" -> false;
            default -> throw new Halt(Trouble.TEXT, "Completed", Optional.empty());
        };
        return new Row(
                cells.get(columns.person()),
                columns.idNumber() < 0 ? "" : cells.get(columns.idNumber()),
                cells.get(columns.shortName()),
                completed ? Optional.of(moment(cells.get(columns.time()))) : Optional.empty());
    }

    /** The weekday has to fit the date. */
    static Instant moment(String text) {
        try {
            String plain = text.replace('\u202f', ' ').replace('\u00a0', ' ');
            return LocalDateTime.parse(plain, ENGLISH).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Halt(Trouble.TEXT, "Time completed", Optional.empty());
        }
    }
}
