package no.kompetansebro.coverage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the changes of everything that coverage is computed from; the database counts on by itself, at each commit. */
@Component
public class FactsVersion {

    private final JdbcClient jdbc;

    FactsVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version that the transaction sees; it begins one where there is none. */
    @Transactional(readOnly = true)
    public long current() {
        return jdbc.sql("select coalesce(max(version), 0) from facts_version")
                .query(Long.class)
                .single();
    }
}
