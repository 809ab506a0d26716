package no.kompetansebro.lms.enrolling;

import java.util.List;
import java.util.UUID;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which employers have ever had somebody enrolled; in the database, so that a kill forgets nobody. */
@Repository
class EnrolmentWatch {

    private final JdbcClient jdbc;

    EnrolmentWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The employer in scope has; in the transaction of its request. */
    void add() {
        jdbc.sql("insert into enrolment_watch (employer_id) values (:employer) on conflict do nothing")
                .param("employer", EmployerScope.required().value())
                .update();
    }

    List<EmployerId> employers() {
        return jdbc.sql("select employer_id from enrolment_watch order by employer_id")
                .query((row, _) -> new EmployerId(row.getObject("employer_id", UUID.class)))
                .list();
    }
}
