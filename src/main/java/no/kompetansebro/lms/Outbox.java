package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.advantage.Deployment;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The scores that LMSs are to have, of the employer in scope. A row is taken for some minutes by one statement that others
 * pass over; whoever is killed meanwhile leaves it to the next, who sends the same value with the same time again.
 */
@Repository
class Outbox {

    /** Longer than any sending takes. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose score of what is to be computed. */
    record Stale(UUID link, String subject, EmployeeId employee, String content) {}

    /** A score to send now. */
    record Taken(
            UUID link,
            String subject,
            Deployment deployment,
            URI lineItem,
            BigDecimal score,
            Instant at,
            int attempts) {}

    /** The employee follows the link: the score is computed, and what stood against sending it is tried again. */
    void follow(UUID link, String subject, EmployeeId employee) {
        jdbc.sql("""
                insert into score_outbox as row (employer_id, link_id, subject, employee_id, due_at)
                values (current_employer(), :link, :subject, :employee, :now)
                on conflict (employer_id, link_id, subject) do update
                   set employee_id = excluded.employee_id, stale = true, attempts = 0, problem = null,
                       sent = case when row.employee_id = excluded.employee_id then row.sent end,
                       due_at = case when row.state = 'STOPPED' then excluded.due_at else row.due_at end,
                       state = case when row.state <> 'STOPPED' then row.state
                                    when row.wanted is null then 'IDLE' else 'WAITING' end
                """)
                .param("link", link)
                .param("subject", subject)
                .param("employee", employee.value())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The employee follows the link by a roster; who follows it already is left alone. */
    void join(UUID link, String subject, EmployeeId employee) {
        jdbc.sql("""
                insert into score_outbox (employer_id, link_id, subject, employee_id, due_at)
                values (current_employer(), :link, :subject, :employee, :now)
                on conflict (employer_id, link_id, subject) do nothing
                """)
                .param("link", link)
                .param("subject", subject)
                .param("employee", employee.value())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Who learns in the course by its roster, and is an employee here, follows the link, which may be newer than the roster. */
    void joinAll(UUID link, UUID course) {
        jdbc.sql("""
                insert into score_outbox (employer_id, link_id, subject, employee_id, due_at)
                select m.employer_id, :link, m.subject, a.employee_id, :now
                  from course_member m
                  join lms_course c on c.employer_id = m.employer_id and c.course_id = m.course_id
                  join lti_registration r on r.registration_id = c.registration_id
                  join account_link a on a.employer_id = m.employer_id and a.issuer = r.issuer and a.subject = m.subject
                 where m.course_id = :course and m.member_until is null and m.learner and a.status = 'CONFIRMED'
                 order by m.subject
                on conflict (employer_id, link_id, subject) do nothing
                """)
                .param("link", link)
                .param("course", course)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Every score of the employee is to be computed anew. */
    boolean staleOf(EmployeeId employee) {
        return jdbc.sql("update score_outbox set stale = true where employee_id = :employee and not stale")
                        .param("employee", employee.value())
                        .update()
                > 0;
    }

    /** Some that were not computed in the generation, or are stale; locked until the end of the transaction. */
    List<Stale> stale(long generation, int most) {
        List<Stale> older = stale("o.generation < :generation", generation, most);
        return older.isEmpty() ? stale("o.stale and o.generation = :generation", generation, most) : older;
    }

    private List<Stale> stale(String condition, long generation, int most) {
        return jdbc.sql("""
                select o.link_id, o.subject, o.employee_id, l.content
                  from score_outbox o
                  join lms_link l on l.employer_id = o.employer_id and l.link_id = o.link_id
                 where %s limit :most for update of o skip locked
                """.formatted(condition))
                .param("generation", generation)
                .param("most", most)
                .query((row, _) -> new Stale(
                        row.getObject("link_id", UUID.class),
                        row.getString("subject"),
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        row.getString("content")))
                .list();
    }

    /**
     * What was computed. Nothing goes out for what the LMS has already, for nothing, and for a beginning of zero: in an LMS
     * a score is a grade.
     */
    void computed(Stale row, long generation, Optional<BigDecimal> score) {
        jdbc.sql("""
                update score_outbox
                   set stale = false, generation = :generation,
                       wanted = :score,
                       attempts = case when wanted is distinct from :score then 0 else attempts end,
                       due_at = case when wanted is distinct from :score then :now else due_at end,
                       state = case when :score is null or (:score = sent and (stamped is null or stamped = sent))
                                         or (sent is null and stamped is null and :score = 0) then 'IDLE'
                                    when state = 'STOPPED' and wanted is not distinct from :score then 'STOPPED'
                                    else 'WAITING' end
                 where link_id = :link and subject = :subject
                """)
                .param("link", row.link())
                .param("subject", row.subject())
                .param("generation", generation)
                .param("score", score.orElse(null), Types.NUMERIC)
                .param("now", utc(clock.instant()))
                .update();
    }

    /**
     * Takes some that are due. A new value gets a time of its own, in whole seconds and later than the one before, for
     * Moodle compares no finer; where that is not over yet it waits. A value that was on its way already keeps its time.
     */
    List<Taken> take(int most) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update score_outbox o
                   set stamped = o.wanted,
                       stamped_at = case when o.stamped is distinct from o.wanted then :second else o.stamped_at end,
                       attempts = o.attempts + 1, due_at = :lease
                  from lms_link l
                 where l.employer_id = o.employer_id and l.link_id = o.link_id
                   and (o.link_id, o.subject) in (
                       select w.link_id, w.subject
                         from score_outbox w
                         join lms_link wl on wl.employer_id = w.employer_id and wl.link_id = w.link_id
                        where w.state = 'WAITING' and w.due_at <= :now
                          and wl.problem is null and wl.line_item_url is not null
                          and exists (select 1 from lti_registration r
                                        join account_link a on a.issuer = r.issuer and a.subject = w.subject
                                       where r.registration_id = wl.registration_id and a.status = 'CONFIRMED'
                                         and a.employee_id = w.employee_id)
                          and (w.stamped is not distinct from w.wanted or w.stamped_at is null or w.stamped_at < :second)
                        order by w.due_at limit :most for update of w skip locked)
                returning o.link_id, o.subject, l.registration_id, l.deployment_id, l.line_item_url, o.stamped, o.stamped_at,
                          o.attempts
                """)
                .param("second", utc(now.truncatedTo(ChronoUnit.SECONDS)))
                .param("now", utc(now))
                .param("lease", utc(now.plus(LEASE)))
                .param("most", most)
                .query((row, _) -> taken(row))
                .list();
    }

    /** The LMS has the score; if another is wanted by now, that one is next. */
    void sent(Taken taken) {
        jdbc.sql("""
                update score_outbox
                   set sent = :score, problem = null, attempts = 0, due_at = :now,
                       state = case when wanted = :score then 'IDLE' else state end
                 where link_id = :link and subject = :subject and stamped = :score and stamped_at = :at
                """)
                .param("link", taken.link())
                .param("subject", taken.subject())
                .param("score", taken.score())
                .param("at", utc(taken.at()))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Later again. */
    void later(Taken taken, Instant when, String problem) {
        fail(taken, "WAITING", when, problem);
    }

    /** Not again, until the value changes or the person launches the link. */
    void stop(Taken taken, String problem) {
        fail(taken, "STOPPED", clock.instant(), problem);
    }

    private void fail(Taken taken, String state, Instant due, String problem) {
        jdbc.sql("""
                update score_outbox set state = :state, due_at = :due, problem = :problem
                 where link_id = :link and subject = :subject and state = 'WAITING'
                """)
                .param("link", taken.link())
                .param("subject", taken.subject())
                .param("state", state)
                .param("due", utc(due))
                .param("problem", problem)
                .update();
    }

    /** The LMS has something as new with another value: the next try gets a time later than that. */
    void outpaced(Taken taken, Instant newest, Instant when) {
        jdbc.sql("""
                update score_outbox
                   set stamped = null, stamped_at = greatest(stamped_at, :newest), due_at = :due, problem = 'conflict'
                 where link_id = :link and subject = :subject and state = 'WAITING'
                """)
                .param("link", taken.link())
                .param("subject", taken.subject())
                .param("newest", utc(newest.truncatedTo(ChronoUnit.SECONDS)))
                .param("due", utc(when))
                .update();
    }

    /** No score goes to the link any more, until it is launched again. */
    void stopLink(UUID link, String problem) {
        jdbc.sql("update lms_link set problem = :problem where link_id = :link")
                .param("link", link)
                .param("problem", problem)
                .update();
    }

    /** Everything for the platform waits until the moment: it said so. */
    void postpone(RegistrationId registration, Instant until) {
        jdbc.sql("""
                update score_outbox o set due_at = :until
                  from lms_link l
                 where l.employer_id = o.employer_id and l.link_id = o.link_id and l.registration_id = :registration
                   and o.state = 'WAITING' and o.due_at < :until
                """)
                .param("registration", registration.value())
                .param("until", utc(until))
                .update();
    }

    /** What the LMS was last told of the person; empty: nothing. */
    Optional<BigDecimal> told(UUID link, String subject) {
        return jdbc.sql("""
                select coalesce(stamped, sent) from score_outbox
                 where link_id = :link and subject = :subject and coalesce(stamped, sent) is not null
                """)
                .param("link", link)
                .param("subject", subject)
                .query(BigDecimal.class)
                .optional();
    }

    /** The LMS has the score by itself. */
    void has(UUID link, String subject, BigDecimal score) {
        jdbc.sql("update score_outbox set sent = :score, stamped = :score where link_id = :link and subject = :subject")
                .param("link", link)
                .param("subject", subject)
                .param("score", score)
                .update();
    }

    /** When the next one is due. */
    Optional<Instant> next() {
        return jdbc.sql("""
                select min(greatest(o.due_at, coalesce(o.stamped_at + interval '1 second', o.due_at)))
                  from score_outbox o join lms_link l on l.employer_id = o.employer_id and l.link_id = o.link_id
                 where o.state = 'WAITING' and l.problem is null and l.line_item_url is not null
                """)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("link_id", UUID.class),
                row.getString("subject"),
                new Deployment(
                        new RegistrationId(row.getObject("registration_id", UUID.class)),
                        row.getString("deployment_id")),
                URI.create(row.getString("line_item_url")),
                row.getBigDecimal("stamped"),
                row.getObject("stamped_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
