package no.kompetansebro.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the ledger said at a moment of the past: without what was recorded later, with what was revoked later, and as it read before
 * later corrections. Needs a transaction.
 */
@Repository
class LedgerThen {

    private static final int MOST_FACTS = 20_000;

    private static final String LATER = """
            select employee_id from result where recorded_at > :moment and achieved_on <= :by
             union all
            select employee_id from evidence where recorded_at > :moment and achieved_on <= :by
             union all
            select employee_id from result where revoked_at > :moment and achieved_on <= :by
             union all
            select employee_id from evidence where revoked_at > :moment and achieved_on <= :by
             union all
            select cast(former ->> 'employee_id' as uuid) from ledger_history
             where replaced_at > :moment and ledger in ('result', 'evidence')
               and cast(former ->> 'achieved_on' as date) <= :by
            """;

    private static final String RESULTS = """
            with former as (
                select distinct on (source, external_id) former from ledger_history
                 where ledger = 'result' and replaced_at > :moment
                 order by source, external_id, replaced_at
            ), said as (
                select r.employee_id, r.item, r.achieved_on, r.score, r.hours, r.valid_until, r.recorded_at, r.revoked_at
                  from result r
                 where r.employee_id = any(:employees)
                   and not exists (select from former f where f.former ->> 'source' = r.source
                                                         and f.former ->> 'external_id' = r.external_id)
                 union all
                select r.employee_id, r.item, r.achieved_on, r.score, r.hours, r.valid_until, r.recorded_at, r.revoked_at
                  from former f cross join lateral jsonb_populate_record(cast(null as result), f.former) r
                 where r.employee_id = any(:employees)
            )
            select employee_id, item, achieved_on, score, hours, valid_until from said
             where recorded_at <= :moment and (revoked_at is null or revoked_at > :moment)
            """;

    private static final String EVIDENCE = """
            with former as (
                select distinct on (source, external_id) former from ledger_history
                 where ledger = 'evidence' and replaced_at > :moment
                 order by source, external_id, replaced_at
            ), said as (
                select e.employee_id, e.competence, e.level, e.achieved_on, e.valid_until, e.kind, e.recorded_at, e.revoked_at
                  from evidence e
                 where e.employee_id = any(:employees)
                   and not exists (select from former f where f.former ->> 'source' = e.source
                                                         and f.former ->> 'external_id' = e.external_id)
                 union all
                select e.employee_id, e.competence, e.level, e.achieved_on, e.valid_until, e.kind, e.recorded_at, e.revoked_at
                  from former f cross join lateral jsonb_populate_record(cast(null as evidence), f.former) e
                 where e.employee_id = any(:employees)
            )
            select employee_id, competence, level, achieved_on, valid_until, kind from said
             where recorded_at <= :moment and (revoked_at is null or revoked_at > :moment)
            """;

    private final JdbcClient jdbc;

    LedgerThen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The employees about whom the ledger has learned something since the moment that was achieved by the date; empty where that is
     * so many facts that they have rather been read in than corrected.
     */
    Optional<List<EmployeeId>> toldLater(Instant moment, LocalDate by) {
        List<EmployeeId> facts = jdbc.sql("select employee_id from (" + LATER + ") told limit " + (MOST_FACTS + 1))
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query((row, _) -> new EmployeeId(row.getObject(1, UUID.class)))
                .list();
        return facts.size() > MOST_FACTS
                ? Optional.empty()
                : Optional.of(facts.stream().distinct().toList());
    }

    /** The results that stood at the moment. */
    Map<EmployeeId, List<Result>> results(Collection<EmployeeId> employees, Instant moment) {
        return read(
                RESULTS,
                employees,
                moment,
                row -> new Result(
                        new ItemCode(row.getString("item")),
                        row.getObject("achieved_on", LocalDate.class),
                        Optional.ofNullable(row.getBigDecimal("score")),
                        Optional.ofNullable(row.getBigDecimal("hours")),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))));
    }

    /** The evidence that stood at the moment. */
    Map<EmployeeId, List<Evidence>> evidence(Collection<EmployeeId> employees, Instant moment) {
        return read(
                EVIDENCE,
                employees,
                moment,
                row -> new Evidence(
                        new CompetenceCode(row.getString("competence")),
                        Optional.ofNullable(row.getString("level")),
                        row.getObject("achieved_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        Evidence.Kind.valueOf(row.getString("kind"))));
    }

    private interface Reading<T> {
        T fact(ResultSet row) throws SQLException;
    }

    private record Told<T>(EmployeeId employee, T fact) {}

    private <T> Map<EmployeeId, List<T>> read(
            String sql, Collection<EmployeeId> employees, Instant moment, Reading<T> reading) {
        if (employees.isEmpty()) {
            return new HashMap<>();
        }
        return jdbc
                .sql(sql)
                .param("employees", employees.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Told<>(new EmployeeId(row.getObject("employee_id", UUID.class)), reading.fact(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Told::employee, Collectors.mapping(Told::fact, Collectors.toList())));
    }
}
