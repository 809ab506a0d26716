package no.kompetansebro.training.proof;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.proof.Claim.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The claims of the employer in scope; every step of each is kept. */
@Repository
@Transactional
class Claims {

    private final JdbcClient jdbc;
    private final Clock clock;

    Claims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Claim> find(UUID id) {
        return jdbc.sql(ClaimRow.SELECT + "where c.claim_id = :id")
                .param("id", id)
                .query(ClaimRow::claim)
                .optional();
    }

    List<Claim> find(Collection<UUID> ids) {
        return jdbc.sql(ClaimRow.SELECT + "where c.claim_id = any(:ids) order by c.made_at, c.claim_id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ClaimRow::claim)
                .list();
    }

    /** The employee's own, the latest first. */
    List<Claim> of(EmployeeId employee) {
        return jdbc.sql(ClaimRow.SELECT + "where c.employee_id = :employee order by c.made_at desc, c.claim_id")
                .param("employee", employee.value())
                .query(ClaimRow::claim)
                .list();
    }

    /** How many of the employee's wait. */
    int waiting(EmployeeId employee) {
        return jdbc.sql("select count(*) from claim where employee_id = :employee and state = 'WAITING'")
                .param("employee", employee.value())
                .query(Integer.class)
                .single();
    }

    /** The key for a claim; another one where a claim that has it was taken back or refused, and the same is said again. */
    UUID keyFor(UUID key) {
        return find(key).filter(there -> !there.stands()).isPresent() ? TimeOrderedId.next(clock.instant()) : key;
    }

    /** Adds a claim, with who made it; false, and nothing happens, where it is there already. */
    boolean add(Claim claim, EmployeeId by) {
        int added = jdbc.sql("""
                insert into claim (employer_id, claim_id, employee_id, kind, competence, level, item, achieved_on, valid_until,
                                   counterpart, note, state, made_at, decided_by, decided_at)
                values (:employer, :id, :employee, :kind, :competence, :level, :item, :achievedOn, :validUntil, :counterpart,
                        :note, :state, :madeAt, :decidedBy, :decidedAt)
                on conflict (employer_id, claim_id) do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("id", claim.id())
                .param("employee", claim.employee().value())
                .param("kind", claim.kind().name())
                .param("competence", ClaimRow.competence(claim), Types.VARCHAR)
                .param("level", ClaimRow.level(claim), Types.VARCHAR)
                .param("item", ClaimRow.item(claim), Types.VARCHAR)
                .param("achievedOn", claim.achievedOn())
                .param("validUntil", claim.validUntil().orElse(null), Types.DATE)
                .param("counterpart", claim.counterpart().orElse(null), Types.VARCHAR)
                .param("note", claim.note().orElse(null), Types.VARCHAR)
                .param("state", claim.state().name())
                .param("madeAt", at(claim.madeAt()))
                .param("decidedBy", claim.decidedBy().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("decidedAt", claim.decidedAt().map(Claims::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (added == 1) {
            step(claim.id(), by, claim.state(), Optional.empty(), null);
        }
        return added == 1;
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
                .param("level", ClaimRow.level(now), Types.VARCHAR)
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
                .param("level", former == null ? null : ClaimRow.level(former), Types.VARCHAR)
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
