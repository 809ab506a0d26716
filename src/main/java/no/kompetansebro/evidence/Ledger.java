package no.kompetansebro.evidence;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
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
                insert into result (employer_id, source, external_id, employee_id, item, achieved_on, score, hours, recorded_at)
                values (:employer, :source, :externalId, :employee, :item, :achievedOn, :score, :hours, now())
                on conflict (employer_id, source, external_id) do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("source", result.source())
                .param("externalId", result.externalId())
                .param("employee", result.employee().value())
                .param("item", result.item().value())
                .param("achievedOn", result.achievedOn())
                .param("score", result.score().orElse(null), Types.NUMERIC)
                .param("hours", result.hours().orElse(null), Types.NUMERIC)
                .update();
        if (added == 1) {
            events.publishEvent(new ResultRecorded(EmployerScope.required(), result.employee()));
        }
        return added == 1;
    }

    /** The same for many; {@link ResultRecorded} is published once for each employee who has a new one. */
    @Transactional
    public void recordAll(List<Result> results) {
        jdbc.sql("""
                insert into result (employer_id, source, external_id, employee_id, item, achieved_on, score, hours, recorded_at)
                select current_employer(), r.source, r.external_id, r.employee_id, r.item, r.achieved_on, r.score, r.hours, now()
                  from unnest(cast(:sources as text[]), cast(:ids as text[]), cast(:employees as uuid[]), cast(:items as text[]),
                              cast(:dates as date[]), cast(:scores as numeric[]), cast(:hours as numeric[]))
                       as r(source, external_id, employee_id, item, achieved_on, score, hours)
                on conflict (employer_id, source, external_id) do nothing
                returning employee_id
                """)
                .param("sources", results.stream().map(Result::source).toArray(String[]::new))
                .param("ids", results.stream().map(Result::externalId).toArray(String[]::new))
                .param(
                        "employees",
                        results.stream().map(r -> r.employee().value()).toArray(UUID[]::new))
                .param("items", results.stream().map(r -> r.item().value()).toArray(String[]::new))
                .param(
                        "dates",
                        results.stream().map(r -> r.achievedOn().toString()).toArray(String[]::new))
                .param(
                        "scores",
                        results.stream()
                                .map(r ->
                                        r.score().map(BigDecimal::toPlainString).orElse(null))
                                .toArray(String[]::new))
                .param(
                        "hours",
                        results.stream()
                                .map(r ->
                                        r.hours().map(BigDecimal::toPlainString).orElse(null))
                                .toArray(String[]::new))
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .set()
                .forEach(employee -> events.publishEvent(new ResultRecorded(EmployerScope.required(), employee)));
    }

    /**
     * Revokes the result for ever (coverage.md section 12); what it said before stays in the history. False where there is no
     * such result, or it is revoked already.
     */
    @Transactional
    public boolean revoke(String source, String externalId) {
        return jdbc.sql("""
                update result set revoked_at = now()
                 where source = :source and external_id = :externalId and revoked_at is null
                """)
                        .param("source", source)
                        .param("externalId", externalId)
                        .update()
                == 1;
    }
}
