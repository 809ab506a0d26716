package no.kompetansebro.training.reminders;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The letters of the employer in scope, on their way. */
@Repository
@Transactional
class Letters {

    /** Longer than any conversation with a mail server can take. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter that this instance alone is sending. */
    record Claim(UUID letter, EmployeeId employee, LetterKind kind, int attempt) {}

    /**
     * Takes a letter that is due, others passing it over: it is SENDING from the commit on, and nobody takes it again
     * before its outcome is kept.
     */
    Optional<Claim> claim(Instant now) {
        return jdbc.sql("""
                update reminder_letter set state = 'SENDING', claimed_at = :now, attempts = attempts + 1
                 where letter_id = (select letter_id from reminder_letter
                                     where state = 'WAITING' and next_attempt_at <= :now
                                     order by next_attempt_at, letter_id limit 1
                                       for update skip locked)
                returning letter_id, employee_id, kind, attempts
                """)
                .param("now", at(now))
                .query((row, _) -> new Claim(
                        row.getObject("letter_id", UUID.class),
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getInt("attempts")))
                .optional();
    }

    /** Whether a mail server has refused the address for good. */
    @Transactional(readOnly = true)
    boolean isRefused(EmployeeId employee, String address) {
        return jdbc.sql("""
                select exists (select from reminder_letter
                                where employee_id = :employee and state = 'FAILED' and problem = 'ADDRESS'
                                  and address = :address)
                """)
                .param("employee", employee.value())
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** Keeps what became of the letter; nothing where somebody else has kept it meanwhile. */
    void close(Claim claim, LetterState state, Delivered how, Instant now) {
        jdbc.sql("""
                update reminder_letter
                   set state = :state, closed_at = :now, address = :address, problem = :problem, reply = :reply
                 where letter_id = :letter and state = 'SENDING' and attempts = :attempt
                """)
                .param("state", state.name())
                .param("now", at(now))
                .param("address", how.address().orElse(null), Types.VARCHAR)
                .param("problem", how.problem().orElse(null), Types.VARCHAR)
                .param("reply", how.reply().orElse(null), Types.VARCHAR)
                .param("letter", claim.letter())
                .param("attempt", claim.attempt())
                .update();
    }

    /** Lets the letter wait until then; an attempt that did not reach the mail server does not count. */
    void again(Claim claim, Instant then, Delivered how, boolean counts) {
        jdbc.sql("""
                update reminder_letter
                   set state = 'WAITING', next_attempt_at = :then, claimed_at = null, problem = :problem, reply = :reply,
                       attempts = attempts - :uncounted
                 where letter_id = :letter and state = 'SENDING' and attempts = :attempt
                """)
                .param("then", at(then))
                .param("problem", how.problem().orElse(null), Types.VARCHAR)
                .param("reply", how.reply().orElse(null), Types.VARCHAR)
                .param("uncounted", counts ? 0 : 1)
                .param("letter", claim.letter())
                .param("attempt", claim.attempt())
                .update();
    }

    /** What a killed instance was sending may have arrived: it is told, and not sent again. */
    int giveUpInterrupted(Instant now) {
        return jdbc.sql("""
                update reminder_letter set state = 'UNCERTAIN', problem = 'INTERRUPTED', closed_at = :now
                 where state = 'SENDING' and claimed_at < :before
                """)
                .param("now", at(now))
                .param("before", at(now.minus(LEASE)))
                .update();
    }

    /** Sends a letter that failed, or may have arrived, once more. */
    boolean retry(UUID letter, Instant now) {
        return jdbc.sql("""
                        update reminder_letter
                           set state = 'WAITING', attempts = 0, next_attempt_at = :now, claimed_at = null,
                               closed_at = null, problem = null, reply = null
                         where letter_id = :letter and state in ('FAILED', 'UNCERTAIN')
                        """).param("letter", letter).param("now", at(now)).update() == 1;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
