package no.kompetansebro.training.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the employer in scope has said to whom, and in which letter: no matter is in it twice. */
@Repository
@Transactional
class ReminderLedger {

    private final JdbcClient jdbc;

    ReminderLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose letter, of which look, from when on, and which leader says it. */
    record Envelope(
            EmployeeId employee, LetterKind kind, Optional<UUID> run, Optional<EmployeeId> by, Instant notBefore) {}

    /**
     * Puts the matters that were never said into a letter that waits, a new one where none does.
     *
     * @return how many of them were never said
     */
    int queue(Envelope envelope, List<Matter> matters, Instant now) {
        Optional<UUID> waiting = waiting(envelope);
        UUID letter = waiting.orElseGet(() -> insert(envelope, now));
        int added = matters.stream()
                .mapToInt(matter -> insert(letter, envelope, matter))
                .sum();
        if (added == 0 && waiting.isEmpty()) {
            jdbc.sql("delete from reminder_letter where letter_id = :letter")
                    .param("letter", letter)
                    .update();
        }
        return added;
    }

    private Optional<UUID> waiting(Envelope envelope) {
        return jdbc.sql("""
                select letter_id from reminder_letter
                 where employee_id = :employee and kind = :kind and state = 'WAITING'
                 order by letter_id limit 1 for update skip locked
                """)
                .param("employee", envelope.employee().value())
                .param("kind", envelope.kind().name())
                .query(UUID.class)
                .optional();
    }

    private UUID insert(Envelope envelope, Instant now) {
        UUID letter = TimeOrderedId.next(now);
        jdbc.sql("""
                insert into reminder_letter
                    (employer_id, letter_id, employee_id, kind, run_id, state, created_at, next_attempt_at)
                values (:employer, :letter, :employee, :kind, :run, 'WAITING', :now, :notBefore)
                """)
                .param("employer", EmployerScope.required().value())
                .param("letter", letter)
                .param("employee", envelope.employee().value())
                .param("kind", envelope.kind().name())
                .param("run", envelope.run().orElse(null), Types.OTHER)
                .param("now", at(now))
                .param("notBefore", at(envelope.notBefore()))
                .update();
        return letter;
    }

    private int insert(UUID letter, Envelope envelope, Matter matter) {
        return jdbc.sql("""
                insert into reminder_matter
                    (employer_id, employee_id, kind, subject, on_date, step, letter_id, said_by)
                values (:employer, :employee, :kind, :subject, :on, :step, :letter, :by)
                on conflict do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("employee", envelope.employee().value())
                .param("kind", matter.kind().name())
                .param("subject", matter.subject())
                .param("on", matter.on())
                .param("step", matter.step())
                .param("letter", letter)
                .param("by", envelope.by().map(EmployeeId::value).orElse(null), Types.OTHER)
                .update();
    }

    /** What was said to each of the employees, ever. */
    @Transactional(readOnly = true)
    Map<EmployeeId, List<Matter>> said(Collection<EmployeeId> employees) {
        record Said(EmployeeId employee, Matter matter) {}
        List<Said> said = jdbc.sql("""
                        select employee_id, kind, subject, on_date, step from reminder_matter
                         where employee_id = any(:employees)
                        """)
                .param("employees", employees.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .query((row, _) -> new Said(new EmployeeId(row.getObject("employee_id", UUID.class)), matter(row)))
                .list();
        return said.stream()
                .collect(Collectors.groupingBy(Said::employee, Collectors.mapping(Said::matter, Collectors.toList())));
    }

    /** The last day on which a leader reminded the employee of the requirement. */
    @Transactional(readOnly = true)
    Optional<LocalDate> lastNudge(EmployeeId employee, String requirement) {
        return jdbc.sql("""
                select max(on_date) from reminder_matter
                 where employee_id = :employee and kind = 'NUDGE' and subject = :requirement
                """)
                .param("employee", employee.value())
                .param("requirement", requirement)
                .query(LocalDate.class)
                .optional();
    }

    /** What the letter is to say. */
    @Transactional(readOnly = true)
    List<Matter> matters(UUID letter) {
        return jdbc.sql("select kind, subject, on_date, step from reminder_matter where letter_id = :letter")
                .param("letter", letter)
                .query((row, _) -> matter(row))
                .list();
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                Matter.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("on_date", LocalDate.class),
                row.getInt("step"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
