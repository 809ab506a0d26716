package no.kompetansebro.training.assigning;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has said that they have seen what was imposed on them. */
@Repository
@Transactional
class Acknowledgements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Acknowledgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps that the employee has seen it; once. */
    void add(AssignmentId id, EmployeeId employee) {
        jdbc.sql("""
                insert into assignment_acknowledgement (employer_id, assignment_id, employee_id, acknowledged_at)
                values (current_employer(), :id, :employee, :now) on conflict do nothing
                """)
                .param("id", id.value())
                .param("employee", employee.value())
                .param("now", now())
                .update();
    }

    /** Who has seen it, and when. */
    @Transactional(readOnly = true)
    Map<EmployeeId, OffsetDateTime> of(AssignmentId id) {
        Map<EmployeeId, OffsetDateTime> seen = new HashMap<>();
        jdbc.sql("select employee_id, acknowledged_at from assignment_acknowledgement where assignment_id = :id")
                .param("id", id.value())
                .query((ResultSet row) -> {
                    seen.put(new EmployeeId(row.getObject(1, UUID.class)), row.getObject(2, OffsetDateTime.class));
                });
        return seen;
    }

    /** What the employee has seen. */
    @Transactional(readOnly = true)
    Set<AssignmentId> by(EmployeeId employee) {
        return Set.copyOf(jdbc.sql("select assignment_id from assignment_acknowledgement where employee_id = :employee")
                .param("employee", employee.value())
                .query((row, _) -> new AssignmentId(row.getObject(1, UUID.class)))
                .list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
