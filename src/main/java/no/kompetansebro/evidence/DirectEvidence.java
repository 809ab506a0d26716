package no.kompetansebro.evidence;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of direct evidence, for the employer in {@link EmployerScope}: appended to and revoked, never rewritten here. */
@Component
public class DirectEvidence {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DirectEvidence(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Appends the evidence and publishes {@link ResultRecorded}. False, and nothing happens, where the same fact (source,
     * external id) is there already, revoked or not. The employee, the competence and its level must exist.
     */
    @Transactional
    public boolean record(Evidence evidence) {
        int added = jdbc.sql("""
                insert into evidence (employer_id, source, external_id, employee_id, competence, level, achieved_on,
                                      valid_until, kind, recorded_at)
                values (:employer, :source, :externalId, :employee, :competence, :level, :achievedOn, :validUntil, :kind, now())
                on conflict (employer_id, source, external_id) do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("source", evidence.source())
                .param("externalId", evidence.externalId())
                .param("employee", evidence.employee().value())
                .param("competence", evidence.competence().value())
                .param("level", evidence.level().orElse(null), Types.VARCHAR)
                .param("achievedOn", evidence.achievedOn())
                .param("validUntil", evidence.validUntil().orElse(null), Types.DATE)
                .param("kind", evidence.kind().name())
                .update();
        if (added == 1) {
            events.publishEvent(new ResultRecorded(EmployerScope.required(), evidence.employee()));
        }
        return added == 1;
    }

    /**
     * Revokes the evidence for ever (coverage.md section 12) and publishes {@link ResultRecorded}; what it said before stays
     * in the history. False where there is no such evidence, or it is revoked already.
     */
    @Transactional
    public boolean revoke(String source, String externalId) {
        Optional<EmployeeId> whose = jdbc.sql("""
                update evidence set revoked_at = now()
                 where source = :source and external_id = :externalId and revoked_at is null
                returning employee_id
                """)
                .param("source", source)
                .param("externalId", externalId)
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .optional();
        whose.ifPresent(employee -> events.publishEvent(new ResultRecorded(EmployerScope.required(), employee)));
        return whose.isPresent();
    }
}
