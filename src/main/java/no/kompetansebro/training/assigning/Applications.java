package no.kompetansebro.training.assigning;

import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who applied for what is given by application, and what was decided. */
@Repository
@Transactional
class Applications {

    private final JdbcClient jdbc;
    private final Clock clock;

    Applications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An application; {@code selected} is empty until it is decided. */
    record Application(
            EmployeeId employee,
            String motivation,
            OffsetDateTime at,
            Optional<Boolean> selected,
            Optional<String> decision,
            Optional<EmployeeId> decidedBy) {}

    /** Once; who has applied already has. */
    void apply(AssignmentId id, EmployeeId employee, String motivation) {
        jdbc.sql("""
                insert into assignment_application (employer_id, assignment_id, employee_id, motivation, applied_at)
                values (current_employer(), :id, :employee, :motivation, :now) on conflict do nothing
                """)
                .param("id", id.value())
                .param("employee", employee.value())
                .param("motivation", motivation)
                .param("now", now())
                .update();
    }

    /** Decides an application that is not decided yet. */
    boolean decide(AssignmentId id, EmployeeId employee, boolean selected, String reason, Optional<EmployeeId> by) {
        return jdbc.sql("""
                update assignment_application set selected = :selected, decision = :reason, decided_by = :by, decided_at = :now
                 where assignment_id = :id and employee_id = :employee and selected is null
                """)
                        .param("selected", selected)
                        .param("reason", reason)
                        .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                        .param("now", now())
                        .param("id", id.value())
                        .param("employee", employee.value())
                        .update()
                == 1;
    }

    /** In order of time. */
    List<Application> of(AssignmentId id) {
        return jdbc.sql("""
                select employee_id, motivation, applied_at, selected, decision, decided_by from assignment_application
                 where assignment_id = :id order by applied_at, employee_id
                """)
                .param("id", id.value())
                .query((row, _) -> new Application(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        row.getString("motivation"),
                        row.getObject("applied_at", OffsetDateTime.class),
                        Optional.ofNullable(row.getObject("selected", Boolean.class)),
                        Optional.ofNullable(row.getString("decision")),
                        Optional.ofNullable(row.getObject("decided_by", UUID.class))
                                .map(EmployeeId::new)))
                .list();
    }

    /** Who was selected for what is given by application. */
    @Transactional(readOnly = true)
    Map<AssignmentId, Set<EmployeeId>> selected() {
        Map<AssignmentId, Set<EmployeeId>> selected = new HashMap<>();
        jdbc.sql("select assignment_id, employee_id from assignment_application where selected")
                .query((ResultSet row) -> {
                    selected.computeIfAbsent(new AssignmentId(row.getObject(1, UUID.class)), _ -> new HashSet<>())
                            .add(new EmployeeId(row.getObject(2, UUID.class)));
                });
        return selected;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
