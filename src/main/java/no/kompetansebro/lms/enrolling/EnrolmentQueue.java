package no.kompetansebro.lms.enrolling;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Enrolments that wait, of the employer in scope, as they are worked off. */
@Repository
@Transactional
class EnrolmentQueue {

    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the one course that has waited longest, at most so many; none where nothing is due. */
    List<Waiting> due(int most) {
        return jdbc.sql("""
                with first as (select issuer, course_key from enrolment where state = 'WAITING' and next_at <= :now
                                order by next_at, request_id, issuer, course_key limit 1)
                select e.request_id, e.employee_id, e.issuer, e.course_key, e.sent_at is not null as sent, e.attempts
                  from enrolment e join first f on f.issuer = e.issuer and f.course_key = e.course_key
                 where e.state = 'WAITING' and e.next_at <= :now
                 order by e.next_at, e.request_id, e.employee_id limit :most
                """)
                .param("now", EnrolmentBook.utc(clock.instant()))
                .param("most", most)
                .query((row, _) -> new Waiting(
                        row.getObject("request_id", UUID.class),
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        row.getString("issuer"),
                        row.getString("course_key"),
                        row.getBoolean("sent"),
                        row.getInt("attempts")))
                .list();
    }

    /** When the next one is due; empty: none waits. */
    Optional<Instant> next() {
        return jdbc.sql("select min(next_at) as next_at from enrolment where state = 'WAITING'")
                .query((row, _) -> Optional.ofNullable(row.getObject("next_at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * The LMS is asked for it in a moment: kept before, so that after a kill we know that it may have been done. False: it
     * waits no more.
     */
    boolean send(Waiting one) {
        return jdbc.sql("""
                        update enrolment set sent_at = :now
                         where state = 'WAITING' and request_id = :request and employee_id = :employee and issuer = :issuer
                           and course_key = :course
                        """)
                        .param("now", EnrolmentBook.utc(clock.instant()))
                        .param("request", one.request())
                        .param("employee", one.employee().value())
                        .param("issuer", one.issuer())
                        .param("course", one.course())
                        .update()
                == 1;
    }

    /** Keeps what became of it. What was withdrawn meanwhile and has been done is done. */
    void keep(Note note) {
        Waiting one = note.enrolment();
        jdbc.sql("""
                update enrolment
                   set state = :state, why = :why, detail = :detail, changed_at = :now,
                       sent_at = case when :state = 'FAILED' and :surely then null else sent_at end
                 where request_id = :request and employee_id = :employee and issuer = :issuer and course_key = :course
                   and (state = 'WAITING' or (state = 'WITHDRAWN' and :state in ('DONE', 'ALREADY')))
                """)
                .param("state", note.state().name())
                .param("why", note.code())
                .param("detail", note.detail())
                .param("surely", note.why().flatMap(EnrolmentTrouble::until).isEmpty())
                .param("now", EnrolmentBook.utc(clock.instant()))
                .param("request", one.request())
                .param("employee", one.employee().value())
                .param("issuer", one.issuer())
                .param("course", one.course())
                .update();
    }

    /** It was tried, and is again at the moment. */
    void triedAgainAt(Waiting one, Instant moment) {
        jdbc.sql("""
                update enrolment set attempts = attempts + 1, next_at = :moment
                 where state = 'WAITING' and request_id = :request and employee_id = :employee and issuer = :issuer
                   and course_key = :course
                """)
                .param("moment", EnrolmentBook.utc(moment))
                .param("request", one.request())
                .param("employee", one.employee().value())
                .param("issuer", one.issuer())
                .param("course", one.course())
                .update();
    }

    /** Nothing of the issuer's is tried before the moment; what waits says why. */
    void waitAll(String issuer, EnrolmentTrouble why, Instant until) {
        jdbc.sql("""
                update enrolment
                   set next_at = greatest(next_at, :until), why = :why, detail = :detail, changed_at = :now
                 where state = 'WAITING' and issuer = :issuer
                """)
                .param("until", EnrolmentBook.utc(until))
                .param("why", why.code())
                .param("detail", why.detail())
                .param("now", EnrolmentBook.utc(clock.instant()))
                .param("issuer", issuer)
                .update();
    }
}
