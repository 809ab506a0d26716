package no.kompetansebro.lms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import no.kompetansebro.lms.spi.CompletionSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stops readings that withdraw or move many completions of a source at once: rather a fault there than news. An administrator
 * who accepts lets the next one through.
 */
@Repository
class MassChanges {

    private static final int AT_LEAST = 50;
    private static final double SHARE = 0.2;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    MassChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Extent(int withdrawn, int moved) {
        int changes() {
            return withdrawn + moved;
        }
    }

    /**
     * Whether the reading is to stop; that it did is kept for the administrator. What the source withdrew in the last day counts,
     * so that many small readings are no way around. {@code moved}: to an earlier date; a later one is done once more.
     */
    boolean stop(CompletionSource source, Collection<ReceivedCompletions.Dated> completions, List<String> withdrawn) {
        if (completions.size() <= AT_LEAST && withdrawn.isEmpty()) {
            return false;
        }
        Extent extent = extent(source, completions, withdrawn);
        if (extent.changes() <= AT_LEAST) {
            return false;
        }
        int standing = standing(source);
        return extent.changes() > SHARE * standing && !isAccepted(source) && hold(source, extent, standing);
    }

    private Extent extent(
            CompletionSource source, Collection<ReceivedCompletions.Dated> completions, List<String> withdrawn) {
        List<ReceivedCompletions.Dated> accounts = completions.stream()
                .filter(each -> each.completion().person().subject().isPresent())
                .toList();
        return jdbc.sql("""
                select (select count(*) from completion
                         where source = :source and external_id = any(:withdrawn) and withdrawal is null
                           and state <> 'IGNORED')
                     + (select count(*) from completion
                         where source = :source and withdrawal = 'OPEN' and withdrawn_at > :yesterday) as withdrawn,
                       (select count(distinct (r.subject, r.course_key))
                          from unnest(cast(:subjects as text[]), cast(:courses as text[]), cast(:dates as date[]), cast(:ids as text[]))
                               as r(subject, course_key, achieved_on, external_id)
                         cross join lateral
                               (select from completion c
                                 where c.employer_id = current_employer() and c.issuer = :issuer
                                   and c.course_key = r.course_key and c.subject = r.subject
                                   and c.source = :source and c.withdrawal is null and c.state <> 'IGNORED'
                                   and c.achieved_on > r.achieved_on
                                 limit 1) later
                         where not exists (select from completion k where k.employer_id = current_employer()
                                             and k.source = :source and k.external_id = r.external_id)) as moved
                """)
                .param("source", source.name())
                .param("issuer", source.issuer())
                .param("withdrawn", withdrawn.toArray(String[]::new))
                .param("yesterday", utc(clock.instant().minus(A_DAY)))
                .param(
                        "subjects",
                        texts(
                                accounts,
                                each -> each.completion().person().subject().orElseThrow()))
                .param(
                        "courses",
                        texts(accounts, each -> each.completion().course().key()))
                .param("ids", texts(accounts, each -> each.completion().externalId()))
                .param("dates", texts(accounts, each -> each.achievedOn().toString()))
                .query((row, _) -> new Extent(row.getInt("withdrawn"), row.getInt("moved")))
                .single();
    }

    private static String[] texts(
            List<ReceivedCompletions.Dated> of, java.util.function.Function<ReceivedCompletions.Dated, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private int standing(CompletionSource source) {
        return jdbc.sql("""
                select count(*) from completion
                 where source = :source and withdrawal is distinct from 'REVOKED' and state <> 'IGNORED'
                """).param("source", source.name()).query(Integer.class).single();
    }

    /** An acceptance is for a day, as a reading may be long. */
    private boolean isAccepted(CompletionSource source) {
        return jdbc.sql("select exists (select from intake_hold where source = :source and accepted_at > :yesterday)")
                .param("source", source.name())
                .param("yesterday", utc(clock.instant().minus(A_DAY)))
                .query(Boolean.class)
                .single();
    }

    private boolean hold(CompletionSource source, Extent extent, int standing) {
        jdbc.sql("""
                insert into intake_hold (employer_id, source, held_at, withdrawn, moved, standing)
                values (current_employer(), :source, :now, :withdrawn, :moved, :standing)
                on conflict (employer_id, source) do update
                   set held_at = excluded.held_at, accepted_at = null, withdrawn = excluded.withdrawn, moved = excluded.moved, standing = excluded.standing
                """)
                .param("source", source.name())
                .param("now", utc(clock.instant()))
                .param("withdrawn", extent.withdrawn())
                .param("moved", extent.moved())
                .param("standing", standing)
                .update();
        return true;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
