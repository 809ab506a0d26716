package no.kompetansebro.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, its values read as their columns' types and in the order of the kind's columns; null where a value is
 * absent or was refused.
 */
final class Row {

    private final int line;
    private final List<Column> columns;
    private final @Nullable String[] values;
    private boolean sound = true;

    Row(int line, List<Column> columns) {
        this.line = line;
        this.columns = columns;
        this.values = new @Nullable String[columns.size()];
    }

    int line() {
        return line;
    }

    void set(int column, String value) {
        values[column] = value;
    }

    @Nullable
    String value(int column) {
        return values[column];
    }

    /** The value of the column; dates as ISO dates, which compare as text. */
    Optional<String> value(String column) {
        for (int i = 0; i < values.length; i++) {
            if (columns.get(i).name().equals(column)) {
                return Optional.ofNullable(values[i]);
            }
        }
        throw new IllegalArgumentException("no such column: " + column);
    }

    void markUnsound() {
        sound = false;
    }

    /** Whether nothing was refused in the row. */
    boolean isSound() {
        return sound;
    }
}
