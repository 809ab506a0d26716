package no.kompetansebro.evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of what units did, of the employer in scope: appended to and revoked, never rewritten here. */
@Component
@Transactional
public class UnitResults {

    private final JdbcClient jdbc;

    UnitResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends it; false where the same fact is there already, revoked or not. The unit and the item must exist. */
    public boolean record(UnitResult result) {
        return jdbc.sql("""
                insert into unit_result (employer_id, source, external_id, unit_code, item, achieved_on, recorded_at)
                values (current_employer(), :source, :externalId, :unit, :item, :achievedOn, now())
                on conflict (employer_id, source, external_id) do nothing
                """)
                        .param("source", result.source())
                        .param("externalId", result.externalId())
                        .param("unit", result.unit().value())
                        .param("item", result.item().value())
                        .param("achievedOn", result.achievedOn())
                        .update()
                == 1;
    }

    /** Revokes it for ever (coverage.md section 12); false where there is no such fact, or it is revoked already. */
    public boolean revoke(String source, String externalId) {
        return jdbc.sql("""
                update unit_result set revoked_at = now()
                 where source = :source and external_id = :externalId and revoked_at is null
                """)
                        .param("source", source)
                        .param("externalId", externalId)
                        .update()
                == 1;
    }
}
