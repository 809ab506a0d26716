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

    /** Records those of the source's completions that are known now. Which ones. */
    Set<String> release(String source, Collection<String> externalIds) {
        return record(jdbc.sql(
                                FOUND
                                        + " and m.source = :source and m.external_id = any(:ids) order by m.external_id for no key update of c")
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
        return record(jdbc.sql(FOUND
                                + " order by m.source, m.external_id limit :limit for no key update of c skip locked")
                        .param("limit", AT_A_TIME)
                        .query(Quarantine::result)
                        .list())
                .size();
    }

    private static final String FOUND = """
            select m.source, m.external_id, m.employee_id, m.item, c.achieved_on, c.score
              from completion_match m
              join completion c on c.employer_id = m.employer_id and c.source = m.source and c.external_id = m.external_id
             where c.state = 'WAITING' and m.employee_id is not null and m.item is not null
            """;

    private List<Result> record(List<Result> found) {
        if (!found.isEmpty()) {
            ledger.recordAll(found);
            jdbc.sql("""
                    update completion c
                       set state = 'RECORDED', employee_id = r.employee_id, item = r.item, recorded_at = :now, mailbox = null
                      from unnest(cast(:sources as text[]), cast(:ids as text[]), cast(:employees as uuid[]), cast(:items as text[]))
                           as r(source, external_id, employee_id, item)
                     where c.employer_id = current_employer() and c.source = r.source and c.external_id = r.external_id
                    """)
                    .param("sources", texts(found, Result::source))
                    .param("ids", texts(found, Result::externalId))
                    .param(
                            "employees",
                            found.stream().map(r -> r.employee().value()).toArray(UUID[]::new))
                    .param("items", texts(found, r -> r.item().value()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return found;
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
