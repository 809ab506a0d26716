package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.ReportedCompletion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The completions that sources reported, each once, of the employer in scope. */
@Repository
class ReceivedCompletions {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceivedCompletions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A completion and its date at the employer. */
    record Dated(ReportedCompletion completion, LocalDate achievedOn) {}

    /** Waits until nobody else takes in from the source; to the end of the transaction. */
    void oneAtATime(CompletionSource source) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('intake ' || current_employer() || :source, 0))")
                .param("source", source.name())
                .query(_ -> {});
    }

    /**
     * Keeps those that were not there. What is reported again holds again, unless HR has decided about its withdrawal.
     *
     * @return the external ids of those kept now
     */
    Set<String> add(CompletionSource source, Collection<Dated> completions) {
        if (completions.isEmpty()) {
            return Set.of();
        }
        String rows = rows(completions).toString();
        jdbc.sql("""
                update completion set withdrawn_at = null, withdrawal = null
                 where source = :source and withdrawal = 'OPEN'
                   and external_id in (select external_id from jsonb_to_recordset(cast(:rows as jsonb)) as r(external_id text))
                """).param("source", source.name()).param("rows", rows).update();
        return jdbc.sql("""
                insert into completion (employer_id, source, external_id, issuer, subject, employee_no, mailbox, course_key,
                                        achieved_at, achieved_on, score, seen_at)
                select current_employer(), :source, r.external_id, :issuer, r.subject, r.employee_no, r.mailbox, r.course_key,
                       r.achieved_at, r.achieved_on, r.score, :now
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(external_id text, subject text, employee_no text, mailbox text, course_key text,
                            achieved_at timestamptz, achieved_on date, score numeric)
                on conflict (employer_id, source, external_id) do nothing
                returning external_id
                """)
                .param("source", source.name())
                .param("issuer", source.issuer())
                .param("rows", rows)
                .param("now", now())
                .query((row, _) -> row.getString("external_id"))
                .set();
    }

    /** Marks those that the source does not report any more as done, for HR; once. */
    void withdraw(CompletionSource source, List<String> externalIds) {
        if (!externalIds.isEmpty()) {
            jdbc.sql("""
                    update completion set withdrawn_at = :now, withdrawal = 'OPEN'
                     where source = :source and external_id = any(:ids) and withdrawal is null
                    """)
                    .param("source", source.name())
                    .param("ids", externalIds.toArray(String[]::new))
                    .param("now", now())
                    .update();
        }
    }

    /** Those of courses that an administrator left out do not wait. */
    void leaveOut(CompletionSource source, Set<String> externalIds) {
        jdbc.sql("""
                update completion c set state = 'IGNORED', mailbox = null
                  from known_course k
                 where c.source = :source and c.external_id = any(:ids) and c.state = 'WAITING'
                   and k.employer_id = c.employer_id and k.issuer = c.issuer and k.course_key = c.course_key and k.ignored
                """)
                .param("source", source.name())
                .param("ids", externalIds.toArray(String[]::new))
                .update();
    }

    private static ArrayNode rows(Collection<Dated> completions) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Dated dated : completions) {
            ReportedCompletion each = dated.completion();
            rows.addObject()
                    .put("external_id", each.externalId())
                    .put("subject", each.person().subject().orElse(null))
                    .put("employee_no", each.person().employeeNumber().orElse(null))
                    .put("mailbox", each.person().mailbox().orElse(null))
                    .put("course_key", each.course().key())
                    .put("achieved_at", each.achievedAt().toString())
                    .put("achieved_on", dated.achievedOn().toString())
                    .put("score", each.score().orElse((BigDecimal) null));
        }
        return rows;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
