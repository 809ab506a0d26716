package no.kompetansebro.training.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.proof.Claim.Kind;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.Claim.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The claims of the employer in scope; every step of each is kept. */
@Repository
@Transactional
class Claims {

    private static final String SELECT = """
            select c.claim_id, c.employee_id, c.kind, c.competence, c.level, c.item, c.achieved_on, c.valid_until, c.counterpart,
                   c.note, c.state, c.version, c.made_at, c.decided_by, c.decided_at, c.reason, c.origin_source,
                   exists (select from claim_document d
                            where d.employer_id = c.employer_id and d.claim_id = c.claim_id) as document
              from claim c
            """;

    /** Of people whom the viewer sees (as {@code Viewers.sees}), and never of the viewer. */
    private static final String OF_OTHERS_IN_SIGHT = """
             c.employee_id is distinct from :viewer
               and exists (select from employment m
                            where m.employer_id = c.employer_id and m.employee_id = c.employee_id
                              and (m.valid_until is null or m.valid_until > :today)
                              and (:everything or m.unit_code = any(:units)))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Claims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Claim> find(UUID id) {
        return jdbc.sql(SELECT + "where c.claim_id = :id")
                .param("id", id)
                .query(Claims::claim)
                .optional();
    }

    List<Claim> find(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where c.claim_id = any(:ids) order by c.made_at, c.claim_id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Claims::claim)
                .list();
    }

    /** The employee's own, the latest first. */
    List<Claim> of(EmployeeId employee) {
        return jdbc.sql(SELECT + "where c.employee_id = :employee order by c.made_at desc, c.claim_id")
                .param("employee", employee.value())
                .query(Claims::claim)
                .list();
    }

    /** What waits for the viewer's decision, of people in the units where any are given; the oldest first. */
    List<Claim> waiting(Viewer viewer, LocalDate today, Optional<Collection<UnitCode>> units) {
        return inSight("c.state = 'WAITING' order by c.made_at, c.claim_id limit 500", viewer, today, units);
    }

    /** What was decided about people in the viewer's units, the latest first. */
    List<Claim> decided(Viewer viewer, LocalDate today) {
        return inSight(
                "c.state in ('ATTESTED', 'REFUSED', 'REVOKED') order by c.decided_at desc, c.claim_id limit 50",
                viewer,
                today,
                Optional.empty());
    }

    private List<Claim> inSight(String which, Viewer viewer, LocalDate today, Optional<Collection<UnitCode>> units) {
        Collection<UnitCode> within = units.orElse(viewer.units());
        return jdbc.sql(SELECT + " where " + OF_OTHERS_IN_SIGHT + " and " + which)
                .param("viewer", viewer.employee().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("today", today)
                .param("everything", viewer.everything() && units.isEmpty())
                .param("units", within.stream().map(UnitCode::value).toArray(String[]::new))
                .query(Claims::claim)
                .list();
    }

    /** Adds a claim, with who made it. */
    void add(Claim claim, EmployeeId by) {
        jdbc.sql("""
                insert into claim (employer_id, claim_id, employee_id, kind, competence, level, item, achieved_on, valid_until,
                                   counterpart, note, state, made_at, decided_by, decided_at)
                values (:employer, :id, :employee, :kind, :competence, :level, :item, :achievedOn, :validUntil, :counterpart,
                        :note, :state, :madeAt, :decidedBy, :decidedAt)
                """)
                .param("employer", EmployerScope.required().value())
                .param("id", claim.id())
                .param("employee", claim.employee().value())
                .param("kind", claim.kind().name())
                .param("competence", competence(claim), Types.VARCHAR)
                .param("level", level(claim), Types.VARCHAR)
                .param("item", item(claim), Types.VARCHAR)
                .param("achievedOn", claim.achievedOn())
                .param("validUntil", claim.validUntil().orElse(null), Types.DATE)
                .param("counterpart", claim.counterpart().orElse(null), Types.VARCHAR)
                .param("note", claim.note().orElse(null), Types.VARCHAR)
                .param("state", claim.state().name())
                .param("madeAt", at(claim.madeAt()))
                .param("decidedBy", claim.decidedBy().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("decidedAt", claim.decidedAt().map(Claims::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        step(claim.id(), by, claim.state(), Optional.empty(), null);
    }

    /**
     * Brings the claim, as whoever decides saw it, to another state; false where it has become something else since. What it
     * says is corrected to what {@code now} says, and what it said before is kept.
     */
    boolean settle(Claim seen, Claim now, State state, EmployeeId by, Optional<String> reason) {
        int settled = jdbc.sql("""
                update claim
                   set state = :state, version = version + 1, decided_by = :by, decided_at = :at, reason = :reason,
                       level = :level, achieved_on = :achievedOn, valid_until = :validUntil
                 where claim_id = :id and version = :version and state = :from
                """)
                .param("state", state.name())
                .param("by", by.value())
                .param("at", at(clock.instant()))
                .param("reason", reason.orElse(null), Types.VARCHAR)
                .param("level", level(now), Types.VARCHAR)
                .param("achievedOn", now.achievedOn())
                .param("validUntil", now.validUntil().orElse(null), Types.DATE)
                .param("id", seen.id())
                .param("version", seen.version())
                .param("from", seen.state().name())
                .update();
        if (settled == 1) {
            step(seen.id(), by, state, reason, seen.equals(now) ? null : seen);
        }
        return settled == 1;
    }

    private void step(UUID claim, EmployeeId by, State state, Optional<String> reason, @Nullable Claim former) {
        jdbc.sql("""
                insert into claim_step (employer_id, step_id, claim_id, taken_at, taken_by, state, reason, corrected)
                values (:employer, :step, :claim, :at, :by, :state, :reason,
                        case when :corrected then jsonb_build_object('achieved_on', cast(:achievedOn as date),
                                                                     'valid_until', cast(:validUntil as date),
                                                                     'level', cast(:level as text)) end)
                """)
                .param("employer", EmployerScope.required().value())
                .param("step", TimeOrderedId.next(clock.instant()))
                .param("claim", claim)
                .param("at", at(clock.instant()))
                .param("by", by.value())
                .param("state", state.name())
                .param("reason", reason.orElse(null), Types.VARCHAR)
                .param("corrected", former != null)
                .param("achievedOn", former == null ? null : former.achievedOn(), Types.DATE)
                .param("validUntil", former == null ? null : former.validUntil().orElse(null), Types.DATE)
                .param("level", former == null ? null : level(former), Types.VARCHAR)
                .update();
    }

    private static @Nullable String competence(Claim claim) {
        return claim.subject() instanceof Subject.OfCompetence of ? of.code().value() : null;
    }

    private static @Nullable String level(Claim claim) {
        return claim.subject() instanceof Subject.OfCompetence of ? of.level().orElse(null) : null;
    }

    private static @Nullable String item(Claim claim) {
        return claim.subject() instanceof Subject.OfItem of ? of.code().value() : null;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        String item = row.getString("item");
        return new Claim(
                row.getObject("claim_id", UUID.class),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                item == null
                        ? new Subject.OfCompetence(
                                new CompetenceCode(row.getString("competence")),
                                Optional.ofNullable(row.getString("level")))
                        : new Subject.OfItem(new ItemCode(item)),
                row.getObject("achieved_on", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Optional.ofNullable(row.getString("counterpart")),
                Optional.ofNullable(row.getString("note")),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(EmployeeId::new),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("reason")),
                row.getBoolean("document"),
                Optional.ofNullable(row.getString("origin_source")));
    }
}
