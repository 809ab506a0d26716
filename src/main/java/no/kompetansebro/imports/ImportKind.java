package no.kompetansebro.imports;

import java.util.List;
import java.util.Optional;

/**
 * A kind of import file (interfaces.md section 3), declared as a bean by the module whose tables it fills.
 *
 * <p>Its SQL reads the file's rows from the temporary table {@code incoming}: {@code line}, {@code sound} (nothing was
 * refused in the row), and one column for each of {@link #columns()}. Where a check runs, refused values are null and
 * equal rows of one key are one. {@code :today} is bound everywhere, {@code :full} (boolean) in checks.
 *
 * @param key the columns that are the fact's key; all of them required
 */
public record ImportKind(
        String name,
        List<Column> columns,
        List<String> key,
        List<RowRule> rules,
        List<Check> checks,
        Target target,
        Optional<FullMode> full) {

    public ImportKind {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        checks = List.copyOf(checks);
    }
}
