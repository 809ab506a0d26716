package no.kompetansebro.training.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people of the employer in scope were reminded of, and which letters did not arrive. */
@Repository
@Transactional(readOnly = true)
class Notices {

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody was reminded of.
     *
     * @param by the leader who did
     * @param byEmail whether the letter went; else it stands on the page only, or waits
     */
    record Notice(Instant at, Matter matter, Optional<EmployeeId> by, boolean byEmail) {}

    /** The newest of the employee's since then; nothing that was never said. */
    List<Notice> of(EmployeeId employee, Instant since, int limit) {
        return jdbc.sql("""
                select coalesce(l.closed_at, l.created_at) as at, m.kind, m.subject, m.on_date, m.step, m.said_by,
                       l.state = 'SENT' as by_email
                  from reminder_letter l
                  join reminder_matter m on m.employer_id = l.employer_id and m.letter_id = l.letter_id
                 where l.employee_id = :employee and l.kind = 'PERSON' and l.state <> 'DROPPED' and l.created_at >= :since
                 order by l.created_at desc, m.kind, m.subject
                 limit :limit
                """)
                .param("employee", employee.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Matter(
                        Matter.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getObject("on_date", LocalDate.class),
                        row.getInt("step")),
                Optional.ofNullable(row.getObject("said_by", UUID.class)).map(EmployeeId::new),
                row.getBoolean("by_email"));
    }

    /** A letter that failed, or may have arrived; whose, by number and name. */
    record Failure(
            UUID letter,
            OffsetDateTime at,
            String number,
            String name,
            LetterState state,
            String problem,
            String reply) {}

    /** The newest failures. */
    List<Failure> failures(int limit) {
        return jdbc.sql("""
                select l.letter_id, l.closed_at, e.employee_no, e.given_name || ' ' || e.family_name as employee_name,
                       l.state, l.problem, coalesce(l.reply, '') as reply
                  from reminder_letter l
                  join employee e on e.employer_id = l.employer_id and e.employee_id = l.employee_id
                 where l.state in ('FAILED', 'UNCERTAIN')
                 order by l.created_at desc
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, _) -> new Failure(
                        row.getObject("letter_id", UUID.class),
                        row.getObject("closed_at", OffsetDateTime.class),
                        row.getString("employee_no"),
                        row.getString("employee_name"),
                        LetterState.valueOf(row.getString("state")),
                        row.getString("problem"),
                        row.getString("reply")))
                .list();
    }

    /** Since when the mail server has taken nothing, if it is so. */
    Optional<String> serverTrouble() {
        return jdbc.sql("""
                select coalesce(reply, '') from reminder_letter
                 where state = 'WAITING' and problem = 'SERVER' limit 1
                """).query(String.class).optional();
    }

    /** How many letters wait. */
    long waiting() {
        return jdbc.sql("select count(*) from reminder_letter where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }
}
