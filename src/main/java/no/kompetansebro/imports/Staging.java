package no.kompetansebro.imports;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;

/** Sends rows to the temporary table {@code incoming} by COPY, in blocks; nothing of the file stays in memory. */
final class Staging implements FileReading.Sink, AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private final StringBuilder block = new StringBuilder(BLOCK + 4096);

    private Staging(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /** Opens the table on the transaction's connection; it is gone when the transaction ends. */
    static Staging open(Connection connection, List<Column> columns) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(columns.stream()
                    .map(column -> quoted(column.name()) + " " + column.type().sqlType())
                    .collect(Collectors.joining(
                            ", ", "create temp table incoming (line int, sound boolean, ", ") on commit drop")));
        }
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        return new Staging(
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy incoming (line, sound, " + names + ") from stdin"),
                columns.size());
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    @Override
    public void accept(Row row) {
        block.append(row.line()).append('\t').append(row.isSound());
        for (int i = 0; i < columns; i++) {
            append(block.append('\t'), row.value(i));
        }
        block.append('\n');
        if (block.length() >= BLOCK) {
            flush();
        }
    }

    /** A value in COPY's text format. */
    private static void append(StringBuilder to, @Nullable String value) {
        if (value == null) {
            to.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> to.append(c);
            }
        }
    }

    private void flush() {
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The rows could not be staged", e);
        }
        block.setLength(0);
    }

    /** All rows are there. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Gives up what is not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
