package no.kompetansebro.planning.measures;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When the unions were informed of plans, or discussed them. Only added to. */
@Repository
@Transactional
class Participations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Participations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A meeting with the unions, and what came of it. */
    record Participation(LocalDate heldOn, String forum, String unions, String subject, String outcome) {}

    /** Those about the unit's plan, the latest first. */
    @Transactional(readOnly = true)
    List<Participation> of(Optional<UnitCode> unit) {
        return jdbc.sql("""
                select held_on, forum, unions, subject, outcome from plan_participation
                 where unit_code is not distinct from :unit order by held_on desc, participation_id desc
                """)
                .param("unit", unit.map(UnitCode::value).orElse(null), Types.VARCHAR)
                .query((row, _) -> new Participation(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("forum"),
                        row.getString("unions"),
                        row.getString("subject"),
                        row.getString("outcome")))
                .list();
    }

    void add(Optional<UnitCode> unit, Participation participation, Optional<EmployeeId> by) {
        jdbc.sql("""
                insert into plan_participation (employer_id, participation_id, unit_code, held_on, forum, unions, subject, outcome,
                                                made_by, made_at)
                values (current_employer(), :id, :unit, :heldOn, :forum, :unions, :subject, :outcome, :by, :now)
                """)
                .param("id", TimeOrderedId.next(clock.instant()))
                .param("unit", unit.map(UnitCode::value).orElse(null), Types.VARCHAR)
                .param("heldOn", participation.heldOn())
                .param("forum", participation.forum())
                .param("unions", participation.unions())
                .param("subject", participation.subject())
                .param("outcome", participation.outcome())
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
