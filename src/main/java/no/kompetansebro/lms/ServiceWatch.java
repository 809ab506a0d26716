package no.kompetansebro.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which employers have something to do with their LMS's services, and when next; in the database, so that a kill forgets nothing. */
@Repository
class ServiceWatch {

    private final JdbcClient jdbc;
    private final Clock clock;

    ServiceWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * There is something to do for the employer in scope at the moment, or earlier. Where that is known already nothing is
     * locked, so that many launches at once do not wait for one another.
     */
    void at(Instant moment) {
        jdbc.sql("update service_watch set due_at = :due where employer_id = :employer and due_at > :due")
                .param("employer", EmployerScope.required().value())
                .param("due", utc(moment))
                .update();
    }

    /** From now on the employer in scope is looked at. */
    void begin() {
        jdbc.sql("""
                insert into service_watch (employer_id, due_at)
                select :employer, :due where not exists (select 1 from service_watch where employer_id = :employer)
                on conflict (employer_id) do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("due", utc(clock.instant()))
                .update();
    }

    void now() {
        at(clock.instant());
    }

    /** Takes the employers that are due, for as long as it usually takes until they are looked at again. */
    List<EmployerId> take(Duration pause) {
        return jdbc.sql("""
                update service_watch set due_at = :next
                 where employer_id in (select employer_id from service_watch where due_at <= :now
                                        order by due_at for update skip locked)
                returning employer_id
                """)
                .param("now", utc(clock.instant()))
                .param("next", utc(clock.instant().plus(pause)))
                .query((ResultSet row, int _) -> employer(row))
                .list();
    }

    /** What there is to do for an employer. */
    record Due(boolean scores, boolean readings) {}

    /** What there is to do for the employer in scope, in one look, given the version of its facts and today. */
    Due due(long factsVersion, LocalDate today) {
        return jdbc.sql("""
                select exists (select 1 from lms_link where column_due_at <= :now)
                       or exists (select 1 from score_outbox where stale)
                       or exists (select 1 from score_outbox where state = 'WAITING' and due_at <= :now)
                       or exists (select 1 from score_outbox o join service_watch w on w.employer_id = o.employer_id
                                   where o.generation < w.generation or w.facts_version <> :version
                                      or w.on_date is distinct from cast(:today as date)) as scores,
                       exists (select 1 from lms_course where roster_due_at <= :now)
                       or exists (select 1 from lms_link where results_due_at <= :now) as readings
                """)
                .param("now", utc(clock.instant()))
                .param("version", factsVersion)
                .param("today", today)
                .query((row, _) -> new Due(row.getBoolean("scores"), row.getBoolean("readings")))
                .single();
    }

    /** Begins a new generation where the facts of the employer in scope, or the date, are others than last time. */
    void notice(long factsVersion, LocalDate today) {
        jdbc.sql("""
                update service_watch
                   set facts_version = :version, on_date = :today, generation = generation + 1
                 where employer_id = :employer
                   and (facts_version <> :version or on_date is distinct from cast(:today as date))
                """)
                .param("employer", EmployerScope.required().value())
                .param("version", factsVersion)
                .param("today", today)
                .update();
    }

    /** The generation of the employer in scope. */
    long generation() {
        return jdbc.sql("select coalesce(max(generation), 0) from service_watch where employer_id = :employer")
                .param("employer", EmployerScope.required().value())
                .query(Long.class)
                .single();
    }

    private static EmployerId employer(ResultSet row) throws SQLException {
        return new EmployerId(row.getObject("employer_id", UUID.class));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
