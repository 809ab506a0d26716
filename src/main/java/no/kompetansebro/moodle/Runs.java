package no.kompetansebro.moodle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The readings of connections: the one that is open, and what came of the others. */
@Repository
@Transactional
class Runs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of what a step read. */
    record Counts(long completed, long recorded, long waiting, long refused, long without, long withdrawn) {}

    Optional<Run> open(ConnectionId connection) {
        return jdbc.sql("""
                select run_id, kind, way, started_at, since, cursor, done from moodle_run
                 where connection_id = :connection and finished_at is null
                """)
                .param("connection", connection.value())
                .query(Runs::run)
                .optional();
    }

    Run begin(ConnectionId connection, Run.Kind kind, Way way, Optional<Instant> since) {
        Run run = new Run(TimeOrderedId.next(clock.instant()), kind, way, clock.instant(), since, "", 0);
        jdbc.sql("""
                insert into moodle_run (employer_id, run_id, connection_id, kind, way, started_at, since)
                values (current_employer(), :run, :connection, :kind, :way, :now, :since)
                """)
                .param("run", run.id())
                .param("connection", connection.value())
                .param("kind", kind.name())
                .param("way", way.name())
                .param("now", Connections.utc(run.startedAt()))
                .param("since", since.map(Connections::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return run;
    }

    /** The step is done: its cursor and what it read are kept together. */
    Run progress(Run run, Step step, Counts counts) {
        jdbc.sql("""
                update moodle_run
                   set cursor = :cursor, done = :done, total = :total, completed = completed + :completed,
                       recorded = recorded + :recorded, waiting = waiting + :waiting, refused = refused + :refused,
                       without = without + :without, withdrawn = withdrawn + :withdrawn, problem = null
                 where run_id = :run
                """)
                .param("run", run.id())
                .param("cursor", step.cursor())
                .param("done", step.done())
                .param("total", step.total())
                .param("completed", counts.completed())
                .param("recorded", counts.recorded())
                .param("waiting", counts.waiting())
                .param("refused", counts.refused())
                .param("without", counts.without())
                .param("withdrawn", counts.withdrawn())
                .update();
        return new Run(run.id(), run.kind(), run.way(), run.startedAt(), run.since(), step.cursor(), step.done());
    }

    void called(Run run, long calls) {
        jdbc.sql("update moodle_run set calls = calls + :calls where run_id = :run")
                .param("run", run.id())
                .param("calls", calls)
                .update();
    }

    /** It is over; {@code problem}: why it does not go on, empty where it came to its end. */
    void finish(Run run, String problem) {
        jdbc.sql("update moodle_run set finished_at = :now, problem = nullif(:problem, '') where run_id = :run")
                .param("run", run.id())
                .param("problem", problem)
                .param("now", Connections.utc(clock.instant()))
                .update();
    }

    /** It goes on later. */
    void interrupted(Run run, String problem) {
        jdbc.sql("update moodle_run set problem = :problem where run_id = :run")
                .param("run", run.id())
                .param("problem", problem)
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("run_id", UUID.class),
                Run.Kind.valueOf(row.getString("kind")),
                Way.valueOf(row.getString("way")),
                Connections.moment(row, "started_at").orElseThrow(),
                Connections.moment(row, "since"),
                row.getString("cursor"),
                row.getLong("done"));
    }
}
