package no.kompetansebro.lms;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links accounts that only completions told of, by the same rules as any other link. */
@Component
@Transactional
class ToldAccounts {

    private final JdbcClient jdbc;
    private final LinkDecisions decisions;
    private final Clock clock;

    ToldAccounts(JdbcClient jdbc, LinkDecisions decisions, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Confirms that the account, of which a completion waits, is the employee's. */
    LinkDecisions.Outcome link(String issuer, String subject, EmployeeNumber number, Decider by, String reason) {
        return find(issuer, subject)
                .map(link -> decisions.confirm(link, number, by, reason))
                .orElse(LinkDecisions.Outcome.NOTHING_CHANGED);
    }

    private Optional<LinkId> find(String issuer, String subject) {
        jdbc.sql("""
                insert into account_link (employer_id, link_id, issuer, subject, status, first_seen_at, last_seen_at)
                select current_employer(), :link, :issuer, :subject, 'WAITING', :now, :now
                 where exists (select from completion where state = 'WAITING' and issuer = :issuer and subject = :subject)
                on conflict (employer_id, issuer, subject) do nothing
                """)
                .param("link", TimeOrderedId.next(clock.instant()))
                .param("issuer", issuer)
                .param("subject", subject)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select link_id from account_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new LinkId(row.getObject("link_id", UUID.class)))
                .optional();
    }
}
