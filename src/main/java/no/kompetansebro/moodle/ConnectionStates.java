package no.kompetansebro.moodle;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What readings leave behind on their connection: how far they are, what the check found, and when to try again. */
@Repository
@Transactional
class ConnectionStates {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_ASKED = Duration.ofHours(6);
    private static final int DOUBLINGS = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void checked(ConnectionId id, SiteCheck.Result result) {
        jdbc.sql("""
                update moodle_connection
                   set way = :way, report_id = nullif(:report, 0), account_id = nullif(:account, 0), checked_at = :now,
                       check_asked = false
                 where connection_id = :id
                """)
                .param("id", id.value())
                .param("way", result.way().map(Way::name).orElse(null), Types.VARCHAR)
                .param("report", result.reportId())
                .param("account", result.account())
                .param("now", Connections.utc(clock.instant()))
                .update();
        jdbc.sql("delete from moodle_finding where connection_id = :id")
                .param("id", id.value())
                .update();
        IntStream.range(0, result.findings().size())
                .forEach(i -> insert(id, i, result.findings().get(i)));
    }

    private void insert(ConnectionId id, int position, Finding finding) {
        jdbc.sql("""
                insert into moodle_finding (employer_id, connection_id, position, code, detail, blocks)
                values (current_employer(), :id, :position, :code, :detail, :blocks)
                """)
                .param("id", id.value())
                .param("position", position)
                .param("code", finding.code())
                .param("detail", finding.detail())
                .param("blocks", finding.blocks().map(Way::name).orElse(null), Types.VARCHAR)
                .update();
    }

    /** A reading begins: what was asked for is under way. */
    void begun(ConnectionId id, Run.Kind kind) {
        jdbc.sql("""
                update moodle_connection
                   set changes_asked = false, full_asked = full_asked and :kind <> 'FULL'
                 where connection_id = :id
                """).param("id", id.value()).param("kind", kind.name()).update();
    }

    /** A reading is at its end. */
    void finished(ConnectionId id, Run run) {
        jdbc.sql("""
                update moodle_connection
                   set since = greatest(since, :started), full_at = case when :kind = 'FULL' then :now else full_at end
                 where connection_id = :id
                """)
                .param("id", id.value())
                .param("started", Connections.utc(run.startedAt()))
                .param("kind", run.kind().name())
                .param("now", Connections.utc(clock.instant()))
                .update();
    }

    /** It answers, so nothing is in the way any more. */
    void works(ConnectionId id) {
        jdbc.sql("""
                update moodle_connection set failures = 0, retry_at = null, problem = null, problem_detail = null
                 where connection_id = :id and (failures > 0 or problem is not null)
                """).param("id", id.value()).update();
    }

    /**
     * It is left alone for as long as it asks, or else for half a minute, and twice as long each further time, up to an
     * hour; an hour at once where only a person can help, and then it is checked again.
     */
    void failed(Connection connection, Halt halt) {
        int failures = connection.state().failures() + 1;
        jdbc.sql("""
                update moodle_connection
                   set failures = :failures, retry_at = :retry, problem = :problem, problem_detail = :detail,
                       check_asked = check_asked or :check
                 where connection_id = :id
                """)
                .param("id", connection.id().value())
                .param("failures", failures)
                .param("retry", Connections.utc(clock.instant().plus(wait(halt, failures))))
                .param("problem", halt.trouble().code())
                .param("detail", halt.errorCode())
                .param("check", !halt.trouble().isPassing() && halt.trouble() != Trouble.HELD)
                .update();
    }

    static Duration wait(Halt halt, int failures) {
        if (halt.trouble() == Trouble.HELD) {
            return Duration.ofMinutes(5);
        }
        if (!halt.trouble().isPassing()) {
            return LONGEST_WAIT;
        }
        Duration own = shorter(FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS)), LONGEST_WAIT);
        Duration asked = shorter(halt.retryAfter().orElse(own), LONGEST_ASKED);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
