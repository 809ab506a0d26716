package no.kompetansebro.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the document so far; the first 1,000 are kept. */
final class Errors {

    private static final int KEPT = 1_000;
    private static final int LONGEST_VALUE = 200;

    private final List<CatalogueError> found = new ArrayList<>();
    private int count;

    void add(String path, @Nullable String value, String message) {
        count++;
        if (found.size() < KEPT) {
            found.add(new CatalogueError(path, shortened(value), message));
        }
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE / 2)) + "…";
    }

    /** How many there are, for comparison with a later count. */
    int count() {
        return count;
    }

    List<CatalogueError> all() {
        return List.copyOf(found);
    }
}
