package no.kompetansebro.imports;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The turn to write: one import, or one replacement of the catalogue, of an employer at a time. */
public final class Turn {

    private Turn() {}

    /** Waits for the current employer's turn and keeps it to the transaction's end. */
    public static void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import ' || current_employer(), 0))")
                .query((_, _) -> true)
                .single();
    }
}
