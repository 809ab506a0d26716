package no.kompetansebro.evidence;

import java.sql.Types;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of what people achieved, for the employer in {@link EmployerScope}: appended to, never rewritten here. */
@Component
public class Ledger {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Ledger(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Appends the result and publishes {@link ResultRecorded}. False, and nothing happens, where the same fact (source,
     * external id) is there already, revoked or not (coverage.md section 2). The employee and the item must exist.
     */
    @Transactional
    public boolean record(Result result) {
        int added = jdbc.sql("""
                insert into result (employer_id, source, external_id, employee_id, item, achieved_on, score, recorded_at)
                values (:employer, :source, :externalId, :employee, :item, :achievedOn, :score, now())
                on conflict (employer_id, source, external_id) do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("source", result.source())
                .param("externalId", result.externalId())
                .param("employee", result.employee().value())
                .param("item", result.item().value())
                .param("achievedOn", result.achievedOn())
                .param("score", result.score().orElse(null), Types.NUMERIC)
                .update();
        if (added == 1) {
            events.publishEvent(new ResultRecorded(EmployerScope.required(), result.employee()));
        }
        return added == 1;
    }
}
