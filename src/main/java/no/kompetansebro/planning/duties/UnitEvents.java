package no.kompetansebro.planning.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.evidence.UnitResult;
import no.kompetansebro.evidence.UnitResults;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.duties.UnitEvent.Held;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What units of the employer in scope did, each with its fact in the ledger. Nothing is deleted. */
@Repository
@Transactional
class UnitEvents {

    /** The source of their facts in the ledger. */
    static final String SOURCE = "unit-event";

    private final JdbcClient jdbc;
    private final UnitResults results;
    private final Clock clock;

    UnitEvents(JdbcClient jdbc, UnitResults results, Clock clock) {
        this.jdbc = jdbc;
        this.results = results;
        this.clock = clock;
    }

    UUID add(Held held, EmployeeId by) {
        UUID id = TimeOrderedId.next(clock.instant());
        jdbc.sql("""
                insert into unit_event (employer_id, event_id, unit_code, item, held_on, agenda, attended, registered_by, registered_at)
                values (current_employer(), :id, :unit, :item, :on, :agenda, :attended, :by, :now)
                """)
                .param("id", id)
                .param("unit", held.unit().value())
                .param("item", held.item().value())
                .param("on", held.on())
                .param("agenda", held.agenda())
                .param("attended", held.attended().orElse(null), Types.INTEGER)
                .param("by", by.value())
                .param("now", now())
                .update();
        results.record(new UnitResult(SOURCE, id.toString(), held.unit(), held.item(), held.on()));
        return id;
    }

    /** Takes it back for ever; false where that has been done already. */
    boolean withdraw(UUID id, String reason, EmployeeId by) {
        boolean withdrawn = jdbc.sql("""
                update unit_event set withdrawn_by = :by, withdrawn_at = :now, withdrawn_reason = :reason
                 where event_id = :id and withdrawn_at is null
                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", now())
                        .param("reason", reason)
                        .update()
                == 1;
        return withdrawn && results.revoke(SOURCE, id.toString());
    }

    /** Those that stand, held in the period (both dates included), the latest first. */
    @Transactional(readOnly = true)
    List<UnitEvent> held(LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + " and held_on between :from and :to order by held_on desc, event_id desc")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> event(row))
                .list();
    }

    /** The one with the id, where it stands. */
    @Transactional(readOnly = true)
    Optional<UnitEvent> find(UUID id) {
        return jdbc.sql(SELECT + " and event_id = :id")
                .param("id", id)
                .query((row, _) -> event(row))
                .optional();
    }

    private static final String SELECT = """
            select event_id, unit_code, item, held_on, agenda, attended, registered_by from unit_event where withdrawn_at is null
            """;

    private static UnitEvent event(ResultSet row) throws SQLException {
        return new UnitEvent(
                row.getObject("event_id", UUID.class),
                new Held(
                        new UnitCode(row.getString("unit_code")),
                        new ItemCode(row.getString("item")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("agenda"),
                        Optional.ofNullable(row.getObject("attended", Integer.class))),
                new EmployeeId(row.getObject("registered_by", UUID.class)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
