package no.kompetansebro.imports;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file (interfaces.md section 4).
 *
 * @param line from 1, the header; of a record of several lines, its first
 * @param column the header of the column; null when it is about the whole row or file
 * @param value the value, cut to 200 characters; null when there is none
 */
public record RowError(
        int line, @Nullable String column, @Nullable String value, String message) {

    static final Comparator<RowError> IN_ORDER = Comparator.comparingInt(RowError::line);

    private static final int LONGEST_VALUE = 200;

    public RowError {
        value = value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
