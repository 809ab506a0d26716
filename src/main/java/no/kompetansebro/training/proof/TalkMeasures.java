package no.kompetansebro.training.proof;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What leaders and employees agree on in their talks. Each confirms for themselves, once. */
@Repository
@Transactional
class TalkMeasures {

    private final JdbcClient jdbc;
    private final Clock clock;

    TalkMeasures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A measure, with who has confirmed it when. */
    record Measure(
            UUID id,
            EmployeeId employee,
            String text,
            Optional<LocalDate> dueOn,
            Optional<EmployeeId> leader,
            Optional<Instant> leaderAt,
            Optional<Instant> employeeAt) {}

    /** The employee's, the latest first. */
    @Transactional(readOnly = true)
    List<Measure> of(EmployeeId employee) {
        return jdbc.sql("""
                select measure_id, employee_id, measure, due_on, leader_id, leader_at, employee_at from talk_measure
                 where employee_id = :employee order by made_at desc, measure_id limit 20
                """)
                .param("employee", employee.value())
                .query((row, _) -> new Measure(
                        row.getObject("measure_id", UUID.class),
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        row.getString("measure"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("leader_id", UUID.class))
                                .map(EmployeeId::new),
                        Optional.ofNullable(row.getObject("leader_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getObject("employee_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Adds a measure, confirmed by whoever writes it down: the employee, or somebody who decides about the employee. */
    void add(EmployeeId employee, EmployeeId by, String text, Optional<LocalDate> dueOn) {
        UUID id = TimeOrderedId.next(clock.instant());
        jdbc.sql("""
                insert into talk_measure (employer_id, measure_id, employee_id, measure, due_on, made_at)
                values (:employer, :id, :employee, :text, :dueOn, :at)
                """)
                .param("employer", EmployerScope.required().value())
                .param("id", id)
                .param("employee", employee.value())
                .param("text", text)
                .param("dueOn", dueOn.orElse(null), Types.DATE)
                .param("at", now())
                .update();
        confirm(employee, id, by);
    }

    /** Confirms the measure on one's own side, where that is not done. */
    void confirm(EmployeeId employee, UUID id, EmployeeId by) {
        String side = by.equals(employee)
                ? "employee_at = :at where employee_at is null"
                : "leader_at = :at, leader_id = :by where leader_at is null";
        var statement = jdbc.sql(
                        "update talk_measure set " + side + " and measure_id = :id and employee_id = :employee")
                .param("at", now())
                .param("id", id)
                .param("employee", employee.value());
        (by.equals(employee) ? statement : statement.param("by", by.value())).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
