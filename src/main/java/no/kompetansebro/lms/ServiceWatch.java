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

    /** There is something to do for the employer in scope at the moment, or earlier. */
    void at(Instant moment) {
        jdbc.sql("""
                insert into service_watch as watch (employer_id, due_at) values (:employer, :due)
                on conflict (employer_id) do update set due_at = least(watch.due_at, excluded.due_at)
                """)
                .param("employer", EmployerScope.required().value())
                .param("due", moment.atOffset(ZoneOffset.UTC))
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

    /** Whether scores of the employer in scope were computed of other facts, or on another date; they are not after it. */
    boolean isNews(long factsVersion, LocalDate today) {
        return jdbc.sql("""
                        update service_watch set facts_version = :version, on_date = :today
                         where employer_id = :employer
                           and (facts_version <> :version or on_date is distinct from cast(:today as date))
                        """)
                        .param("employer", EmployerScope.required().value())
                        .param("version", factsVersion)
                        .param("today", today)
                        .update()
                == 1;
    }

    private static EmployerId employer(ResultSet row) throws SQLException {
        return new EmployerId(row.getObject("employer_id", UUID.class));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
