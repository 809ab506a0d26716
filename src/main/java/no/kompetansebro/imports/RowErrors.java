package no.kompetansebro.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors found so far, up to 1,000. */
final class RowErrors {

    static final int MOST = 1_000;

    private final List<RowError> errors = new ArrayList<>();

    void add(int line, @Nullable String column, @Nullable String value, String message) {
        add(new RowError(line, column, value, message));
    }

    void add(RowError error) {
        if (!areEnough()) {
            errors.add(error);
        }
    }

    /** Whether no more are wanted. */
    boolean areEnough() {
        return errors.size() >= MOST;
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<RowError> inOrder() {
        return errors.stream().sorted(RowError.IN_ORDER).toList();
    }
}
