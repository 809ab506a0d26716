package no.kompetansebro.moodle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Connections of the employer in scope as its administrator sees them; with times as they are there. */
@Repository
@Transactional(readOnly = true)
class ConnectionLists {

    private static final int RUNS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A connection.
     *
     * @param way how it is read; empty: not known yet, or not at all
     * @param problem why it cannot be read now; empty: it can
     * @param lag minutes since what is in Moodle was last read; empty: never
     */
    record Shown(
            UUID id,
            String address,
            String issuer,
            String reportName,
            String way,
            Optional<LocalDateTime> checkedAt,
            String problem,
            String problemDetail,
            Optional<LocalDateTime> retryAt,
            Optional<Long> lag,
            Optional<LocalDateTime> fullAt,
            boolean asked,
            List<Finding> findings,
            List<ShownRun> runs) {}

    /**
     * A reading.
     *
     * @param open whether it is under way
     * @param percent of it that is done, 0 to 100
     */
    record ShownRun(
            String kind,
            LocalDateTime startedAt,
            boolean open,
            long percent,
            long done,
            long calls,
            long completed,
            long recorded,
            long waiting,
            long without,
            String problem) {}

    List<Shown> all() {
        return jdbc.sql("""
                select c.connection_id, c.address, coalesce(r.issuer, '') as issuer, c.report_name, coalesce(c.way, '') as way,
                       c.checked_at at time zone m.time_zone as checked_at, coalesce(c.problem, '') as problem,
                       coalesce(c.problem_detail, '') as problem_detail, c.retry_at at time zone m.time_zone as retry_at,
                       c.since, c.full_at at time zone m.time_zone as full_at,
                       c.check_asked or c.changes_asked or c.full_asked as asked
                  from moodle_connection c
                  join employer m on m.employer_id = c.employer_id
                  left join lti_registration r on r.registration_id = c.registration_id
                 order by c.created_at, c.connection_id
                """).query((row, _) -> shown(row)).list();
    }

    private Shown shown(ResultSet row) throws SQLException {
        UUID id = row.getObject("connection_id", UUID.class);
        Instant now = clock.instant();
        return new Shown(
                id,
                row.getString("address"),
                row.getString("issuer"),
                row.getString("report_name"),
                row.getString("way"),
                time(row, "checked_at"),
                row.getString("problem"),
                row.getString("problem_detail"),
                time(row, "retry_at"),
                Connections.moment(row, "since")
                        .map(since -> Duration.between(since, now).toMinutes()),
                time(row, "full_at"),
                row.getBoolean("asked"),
                findings(id),
                runs(id));
    }

    private List<Finding> findings(UUID connection) {
        return jdbc.sql("select code, detail, blocks from moodle_finding where connection_id = :id order by position")
                .param("id", connection)
                .query((row, _) -> new Finding(
                        row.getString("code"),
                        row.getString("detail"),
                        Optional.ofNullable(row.getString("blocks")).map(Way::valueOf)))
                .list();
    }

    private List<ShownRun> runs(UUID connection) {
        return jdbc.sql("""
                select r.kind, r.started_at at time zone m.time_zone as started_at, r.finished_at is null as open,
                       case when r.finished_at is not null then 100 when r.total = 0 then 0
                            else least(99, r.done * 100 / r.total) end as percent,
                       r.done, r.calls, r.completed, r.recorded, r.waiting, r.without, coalesce(r.problem, '') as problem
                  from moodle_run r join employer m on m.employer_id = r.employer_id
                 where r.connection_id = :id order by r.started_at desc limit :most
                """)
                .param("id", connection)
                .param("most", RUNS)
                .query((row, _) -> new ShownRun(
                        row.getString("kind"),
                        row.getObject("started_at", LocalDateTime.class),
                        row.getBoolean("open"),
                        row.getLong("percent"),
                        row.getLong("done"),
                        row.getLong("calls"),
                        row.getLong("completed"),
                        row.getLong("recorded"),
                        row.getLong("waiting"),
                        row.getLong("without"),
                        row.getString("problem")))
                .list();
    }

    private static Optional<LocalDateTime> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class));
    }
}
