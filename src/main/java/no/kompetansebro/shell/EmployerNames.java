package no.kompetansebro.shell;

import no.kompetansebro.shared.EmployerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the employers are called. */
@Component
class EmployerNames {

    private final JdbcClient jdbc;

    EmployerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(EmployerId employer) {
        return jdbc.sql("select name from employer where employer_id = :employer")
                .param("employer", employer.value())
                .query(String.class)
                .single();
    }
}
