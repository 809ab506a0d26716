package no.kompetansebro.planning.measures;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The plans as they stood when they were put before somebody, and what was decided about them. Only added to. */
@Repository
@Transactional
class PlanVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A version; {@code content} is the plan's tables, see {@link PlanSheet}. */
    record Version(UUID id, Optional<UnitCode> unit, int number, String title, String content, LocalDate madeOn) {}

    /** What a body decided about a version. */
    record Decision(String body, LocalDate decidedOn, String caseNo, String outcome) {}

    /** The versions of the unit's plan, the latest first. */
    @Transactional(readOnly = true)
    List<Version> of(Optional<UnitCode> unit) {
        return jdbc.sql("""
                select version_id, unit_code, number, title, content::text as content, made_on from plan_version
                 where unit_code is not distinct from :unit order by number desc
                """)
                .param("unit", unit.map(UnitCode::value).orElse(null), Types.VARCHAR)
                .query((row, _) -> new Version(
                        row.getObject("version_id", UUID.class),
                        Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("content"),
                        row.getObject("made_on", LocalDate.class)))
                .list();
    }

    /** Where the version belongs; empty where there is none. */
    @Transactional(readOnly = true)
    Optional<Place> place(UUID version) {
        return jdbc.sql("select unit_code from plan_version where version_id = :version")
                .param("version", version)
                .query((row, _) ->
                        new Place(Optional.ofNullable(row.getString(1)).map(UnitCode::new), Optional.empty()))
                .optional();
    }

    /** Keeps the plan as the next version. */
    UUID add(Optional<UnitCode> unit, String title, String content, LocalDate on, Optional<EmployeeId> by) {
        UUID id = TimeOrderedId.next(clock.instant());
        jdbc.sql("""
                insert into plan_version (employer_id, version_id, unit_code, number, title, content, made_by, made_on, made_at)
                select current_employer(), :id, :unit, coalesce(max(number), 0) + 1, :title, cast(:content as jsonb), :by, :on, :now
                  from plan_version where unit_code is not distinct from cast(:unit as text)
                """)
                .param("id", id)
                .param("unit", unit.map(UnitCode::value).orElse(null), Types.VARCHAR)
                .param("title", title)
                .param("content", content)
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("on", on)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    List<Decision> decisions(UUID version) {
        return jdbc.sql("""
                select body, decided_on, case_no, outcome from plan_decision where version_id = :version
                 order by decided_on, decision_id
                """)
                .param("version", version)
                .query((row, _) -> new Decision(
                        row.getString("body"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("case_no"),
                        row.getString("outcome")))
                .list();
    }

    void decide(UUID version, Decision decision, Optional<EmployeeId> by) {
        jdbc.sql("""
                insert into plan_decision (employer_id, decision_id, version_id, body, decided_on, case_no, outcome, made_by, made_at)
                values (current_employer(), :id, :version, :body, :on, :caseNo, :outcome, :by, :now)
                """)
                .param("id", TimeOrderedId.next(clock.instant()))
                .param("version", version)
                .param("body", decision.body())
                .param("on", decision.decidedOn())
                .param("caseNo", decision.caseNo())
                .param("outcome", decision.outcome())
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
