package no.kompetansebro.lms.xapi;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.Handover;
import no.kompetansebro.lms.spi.Outcome;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.Taken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the statements of a request: all of them, in one transaction, or none. */
@Component
class Statements {

    private final JdbcClient jdbc;
    private final Completions completions;
    private final Clock clock;

    Statements(JdbcClient jdbc, Completions completions, Clock clock) {
        this.jdbc = jdbc;
        this.completions = completions;
        this.clock = clock;
    }

    /**
     * False: so much would change at once that an administrator is asked first, and none is kept. Throws
     * {@link StatementRefused} where one conflicts with what is there, or cannot be counted.
     */
    @Transactional
    boolean take(Connection connection, List<Statement> statements) {
        List<Statement> kept = statements.stream().filter(Statement::isKept).toList();
        if (kept.isEmpty()) {
            return true;
        }
        oneAtATime(connection);
        List<Statement> fresh = fresh(connection, kept);
        if (fresh.isEmpty() || !handOver(connection, fresh)) {
            return fresh.isEmpty();
        }
        keep(connection, fresh);
        return true;
    }

    private void oneAtATime(Connection connection) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('xapi ' || :connection, 0))")
                .param("connection", connection.id().toString())
                .query(_ -> {});
    }

    private List<Statement> fresh(Connection connection, List<Statement> statements) {
        Map<UUID, String> known = new HashMap<>();
        jdbc.sql("""
                select statement_id, encode(content, 'hex') as content from xapi_statement
                 where connection_id = :connection and statement_id = any(:ids)
                """)
                .param("connection", connection.id())
                .param("ids", ids(statements))
                .query(row -> {
                    known.put(row.getObject("statement_id", UUID.class), row.getString("content"));
                });
        List<Statement> fresh = new ArrayList<>();
        for (Statement statement : statements) {
            String before = known.get(statement.id());
            if (before == null) {
                fresh.add(statement);
            } else if (!statement.content().equals(before)) {
                throw StatementRefused.conflict(statement.place() + ".id");
            }
        }
        return fresh;
    }

    private void keep(Connection connection, List<Statement> fresh) {
        jdbc.sql("""
                insert into xapi_statement (employer_id, connection_id, statement_id, kind, content, target, stored_at)
                select current_employer(), :connection, r.id, r.kind, decode(r.content, 'hex'), r.target, :now
                  from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:contents as text[]), cast(:targets as uuid[]))
                       as r(id, kind, content, target)
                """)
                .param("connection", connection.id())
                .param("ids", ids(fresh))
                .param("kinds", fresh.stream().map(s -> kind(s.meaning())).toArray(String[]::new))
                .param("contents", fresh.stream().map(Statement::content).toArray(String[]::new))
                .param(
                        "targets",
                        fresh.stream()
                                .map(s -> s.meaning() instanceof Statement.Voids voids ? voids.target() : null)
                                .toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean handOver(Connection connection, List<Statement> fresh) {
        List<Statement> completed = fresh.stream()
                .filter(s -> s.meaning() instanceof Statement.Completed)
                .toList();
        Set<String> withdrawn = new HashSet<>(voided(connection, completed));
        List<ReportedCompletion> reported = new ArrayList<>();
        for (Statement statement : fresh) {
            switch (statement.meaning()) {
                case Statement.Completed(ReportedCompletion completion) -> reported.add(completion);
                case Statement.Voids(UUID target) -> withdrawn.add(target.toString());
                case Statement.Failed _, Statement.Nothing _ -> {}
            }
        }
        if (reported.isEmpty() && withdrawn.isEmpty()) {
            return true;
        }
        Outcome outcome = completions.take(new Handover(connection.source(), reported, List.copyOf(withdrawn)));
        check(completed, outcome.each());
        return !outcome.held();
    }

    private static void check(List<Statement> completed, List<Taken> taken) {
        for (int i = 0; i < taken.size(); i++) {
            switch (taken.get(i)) {
                case RECORDED, KNOWN, WAITING, HELD -> {}
                case REFUSED -> throw StatementRefused.bad(completed.get(i).place() + ".timestamp", "lies after today");
            }
        }
    }

    /** Those that were voided before they came. */
    private Collection<String> voided(Connection connection, List<Statement> completed) {
        return jdbc.sql("""
                select distinct target from xapi_statement
                 where connection_id = :connection and target is not null and target = any(:ids)
                """)
                .param("connection", connection.id())
                .param("ids", ids(completed))
                .query((row, _) -> row.getObject("target", UUID.class).toString())
                .list();
    }

    private static String kind(Statement.Meaning meaning) {
        return switch (meaning) {
            case Statement.Completed _ -> "COMPLETION";
            case Statement.Failed _ -> "FAILED";
            case Statement.Voids _ -> "VOIDING";
            case Statement.Nothing _ -> throw new IllegalStateException("a statement that says nothing is not kept");
        };
    }

    private static UUID[] ids(List<Statement> statements) {
        return statements.stream().map(Statement::id).toArray(UUID[]::new);
    }
}
