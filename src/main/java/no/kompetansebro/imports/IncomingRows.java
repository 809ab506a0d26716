package no.kompetansebro.imports;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one file in the temporary table {@code incoming}. */
final class IncomingRows {

    private final JdbcClient jdbc;
    private final ImportKind kind;

    IncomingRows(JdbcClient jdbc, ImportKind kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    /** Lets PostgreSQL count before it plans what follows. */
    void analyze() {
        jdbc.sql("analyze incoming").update();
    }

    /** Makes equal rows of one key one; different ones are errors at the later line. */
    void unite(RowErrors errors) {
        String keys = each(kind.key(), ", ", Staging::quoted);
        int repeated = jdbc.sql("create temp table repeated on commit drop as select " + keys
                        + ", min(line) as first_line from incoming where sound group by " + keys
                        + " having count(*) > 1")
                .update();
        if (repeated > 0) {
            add(new Check(differences()), Map.of(), errors);
            jdbc.sql("delete from incoming r using repeated f where r.line > f.first_line and " + sameKey())
                    .update();
        }
    }

    private String differences() {
        List<String> columns = kind.columns().stream().map(Column::name).toList();
        return """
                select r.line, '%s' as column_name, r.%s::text as value,
                       'has the key of line ' || f.first_line || ', but says something else' as message
                  from incoming r
                  join repeated f on %s
                  join incoming o on o.line = f.first_line
                 where r.sound and r.line > f.first_line and (%s) is distinct from (%s)
                """.formatted(
                        kind.key().getFirst(),
                        Staging.quoted(kind.key().getFirst()),
                        sameKey(),
                        each(columns, ", ", column -> "r." + Staging.quoted(column)),
                        each(columns, ", ", column -> "o." + Staging.quoted(column)));
    }

    private String sameKey() {
        return each(kind.key(), " and ", key -> "r.%1$s = f.%1$s".formatted(Staging.quoted(key)));
    }

    private static String each(List<String> names, String between, Function<String, String> text) {
        return names.stream().map(text).collect(joining(between));
    }

    /** Runs the kind's checks. */
    void check(ImportOptions options, RowErrors errors) {
        for (Check check : kind.checks()) {
            add(check, Map.of("today", options.today(), "full", options.full()), errors);
        }
    }

    private void add(Check check, Map<String, Object> parameters, RowErrors errors) {
        jdbc.sql("select line, column_name, value, message from (" + check.sql() + ") found order by line limit "
                        + RowErrors.MOST)
                .params(parameters)
                .query((row, _) -> new RowError(
                        row.getInt("line"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("message")))
                .list()
                .forEach(errors::add);
    }

    long count() {
        return jdbc.sql("select count(*) from incoming").query(Long.class).single();
    }
}
