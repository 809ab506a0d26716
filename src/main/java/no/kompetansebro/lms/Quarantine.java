package no.kompetansebro.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Completions whose person or course is not known yet, of the employer in scope; and how they get out into the ledger. */
@Repository
class Quarantine {

    private static final int AT_A_TIME = 1000;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Quarantine(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Records those of the source's completions that are known now, which the transaction itself has added. Which ones. */
    Set<String> release(String source, Collection<String> externalIds) {
        return record(jdbc.sql(FOUND + " and source = :source and external_id = any(:ids) order by external_id")
                        .param("source", source)
                        .param("ids", externalIds.toArray(String[]::new))
                        .query(Quarantine::result)
                        .list())
                .stream()
                .map(Result::externalId)
                .collect(Collectors.toSet());
    }

    /** Records whatever is known now, up to a thousand. How many. */
    int release() {
        List<Result> found = jdbc.sql(FOUND + " order by source, external_id limit :limit")
                .param("limit", AT_A_TIME)
                .query(Quarantine::result)
                .list();
        Set<List<String>> free = locked(found);
        return record(found.stream().filter(each -> free.contains(key(each))).toList())
                .size();
    }

    private static final String FOUND = """
            select source, external_id, employee_id, item, achieved_on, score
              from completion_match where employee_id is not null and item is not null
            """;

    /** Those that wait still, and that nobody else is at. */
    private Set<List<String>> locked(List<Result> found) {
        return jdbc.sql("""
                select c.source, c.external_id
                  from unnest(cast(:sources as text[]), cast(:ids as text[])) as r(source, external_id)
                 cross join lateral (select source, external_id from completion
                                      where employer_id = current_employer() and source = r.source
                                        and external_id = r.external_id and state = 'WAITING'
                                        for no key update skip locked) c
                """)
                .param("sources", texts(found, Result::source))
                .param("ids", texts(found, Result::externalId))
                .query((row, _) -> List.of(row.getString("source"), row.getString("external_id")))
                .set();
    }

    private static List<String> key(Result result) {
        return List.of(result.source(), result.externalId());
    }

    private List<Result> record(List<Result> found) {
        if (!found.isEmpty()) {
            ledger.recordAll(found);
            found.stream().collect(Collectors.groupingBy(Result::source)).forEach(this::mark);
        }
        return found;
    }

    /** By arrays and not as a join, which compares all with all while a table that has just grown has no statistics. */
    private void mark(String source, List<Result> found) {
        jdbc.sql("""
                update completion
                   set state = 'RECORDED', recorded_at = :now, mailbox = null,
                       employee_id = (cast(:employees as uuid[]))[array_position(cast(:ids as text[]), external_id)],
                       item = (cast(:items as text[]))[array_position(cast(:ids as text[]), external_id)]
                 where employer_id = current_employer() and source = :source and external_id = any(:ids)
                """)
                .param("source", source)
                .param("ids", texts(found, Result::externalId))
                .param(
                        "employees",
                        found.stream().map(r -> r.employee().value()).toArray(UUID[]::new))
                .param("items", texts(found, r -> r.item().value()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<Result> results, java.util.function.Function<Result, String> text) {
        return results.stream().map(text).toArray(String[]::new);
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        return new Result(
                row.getString("source"),
                row.getString("external_id"),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                new ItemCode(row.getString("item")),
                row.getObject("achieved_on", LocalDate.class),
                Optional.ofNullable(row.getBigDecimal("score")));
    }
}
