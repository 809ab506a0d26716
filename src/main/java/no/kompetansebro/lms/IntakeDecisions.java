package no.kompetansebro.lms;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What people decide about courses, about completions in quarantine and about withdrawn ones; each decision is kept for good. */
@Component
@Transactional
class IntakeDecisions {

    private final JdbcClient jdbc;
    private final Quarantine quarantine;
    private final Ledger ledger;
    private final Clock clock;

    IntakeDecisions(JdbcClient jdbc, Quarantine quarantine, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A course, or an activity of one. */
    record CourseId(String issuer, String key) {}

    /** A completion. */
    record CompletionId(String source, String externalId) {}

    /**
     * Has the course count as the item from now on; without an item, as what its numbers say. What waits is recorded now; what
     * was recorded stays as it is.
     *
     * @return how many were recorded; empty: there is no such course or item
     */
    Optional<Integer> map(CourseId course, String item, String by) {
        Optional<String> former = jdbc.sql("""
                select coalesce(k.item, '') from known_course k
                 where k.issuer = :issuer and k.course_key = :key
                   and (:item = '' or exists (select from item where code = :item))
                   for update
                """)
                .param("issuer", course.issuer())
                .param("key", course.key())
                .param("item", item)
                .query(String.class)
                .optional();
        if (former.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("""
                update known_course set item = nullif(:item, ''), ignored = false, changed_at = :now
                 where issuer = :issuer and course_key = :key
                """)
                .param("item", item)
                .param("issuer", course.issuer())
                .param("key", course.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        waitAgain(course);
        int recorded = release();
        keep("MAP", about(course).put("item", item).put("former", former.get()), recorded, "", by);
        return Optional.of(recorded);
    }

    /** Leaves out the course: what waits of it, and what comes of it later. */
    int ignore(CourseId course, String reason, String by) {
        jdbc.sql("""
                update known_course set ignored = true, item = null, changed_at = :now where issuer = :issuer and course_key = :key
                """)
                .param("issuer", course.issuer())
                .param("key", course.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        int ignored = jdbc.sql("""
                update completion set state = 'IGNORED', mailbox = null
                 where state = 'WAITING' and issuer = :issuer and course_key = :key
                """)
                .param("issuer", course.issuer())
                .param("key", course.key())
                .update();
        keep("IGNORE", about(course), ignored, reason, by);
        return ignored;
    }

    /** Takes the course in again, with all that was left out of it. */
    int takeAgain(CourseId course, String by) {
        jdbc.sql(
                        "update known_course set ignored = false, changed_at = :now where issuer = :issuer and course_key = :key")
                .param("issuer", course.issuer())
                .param("key", course.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        int waiting = waitAgain(course);
        keep("WAIT_AGAIN", about(course), waiting, "", by);
        release();
        return waiting;
    }

    /** The source's next reading, within a day, may change as much as it does. */
    boolean accept(String source, String by) {
        int accepted = jdbc.sql(
                        "update intake_hold set accepted_at = :now where source = :source and accepted_at is null")
                .param("source", source)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (accepted == 1) {
            keep("ACCEPT_READING", JsonNodeFactory.instance.objectNode().put("source", source), 1, "", by);
        }
        return accepted == 1;
    }

    /** Revokes for ever, or keeps, what its source withdrew. How many. */
    int settle(List<CompletionId> completions, boolean revoke, String reason, String by) {
        int settled = 0;
        for (CompletionId each : completions) {
            int one = jdbc.sql("""
                    update completion set withdrawal = :as
                     where source = :source and external_id = :id and withdrawal = 'OPEN' and state = 'RECORDED'
                    """)
                    .param("as", revoke ? "REVOKED" : "KEPT")
                    .param("source", each.source())
                    .param("id", each.externalId())
                    .update();
            if (one == 1) {
                settled++;
                if (revoke) {
                    ledger.revoke(each.source(), each.externalId());
                }
                keep(
                        revoke ? "REVOKE" : "KEEP",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("source", each.source())
                                .put("externalId", each.externalId()),
                        1,
                        reason,
                        by);
            }
        }
        return settled;
    }

    private int waitAgain(CourseId course) {
        return jdbc.sql("""
                update completion set state = 'WAITING' where state = 'IGNORED' and issuer = :issuer and course_key = :key
                """)
                .param("issuer", course.issuer())
                .param("key", course.key())
                .update();
    }

    private int release() {
        int all = 0;
        int some = quarantine.release();
        while (some > 0) {
            all += some;
            some = quarantine.release();
        }
        return all;
    }

    private static ObjectNode about(CourseId course) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("issuer", course.issuer())
                .put("course", course.key());
    }

    private void keep(String kind, ObjectNode about, int count, String reason, String by) {
        jdbc.sql("""
                insert into intake_decision (employer_id, decision_id, kind, about, count, reason, decided_by, decided_at)
                values (current_employer(), :id, :kind, cast(:about as jsonb), :count, nullif(:reason, ''), :by, :now)
                """)
                .param("id", TimeOrderedId.next(clock.instant()))
                .param("kind", kind)
                .param("about", about.toString())
                .param("count", count)
                .param("reason", reason)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
