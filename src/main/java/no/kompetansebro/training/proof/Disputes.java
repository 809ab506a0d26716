package no.kompetansebro.training.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.evidence.DirectEvidence;
import no.kompetansebro.evidence.Entries;
import no.kompetansebro.evidence.Entries.Book;
import no.kompetansebro.evidence.Entries.Entry;
import no.kompetansebro.evidence.Entries.FactKey;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What employees say is wrong in the ledger about them, and what whoever decides answers. */
@Component
@Transactional
public class Disputes {

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Ledger results;
    private final DirectEvidence evidence;
    private final Authority authority;
    private final Clock clock;

    Disputes(
            JdbcClient jdbc,
            Entries entries,
            Ledger results,
            DirectEvidence evidence,
            Authority authority,
            Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.results = results;
        this.evidence = evidence;
        this.authority = authority;
        this.clock = clock;
    }

    /** How far it has come. */
    enum State {
        OPEN,
        CORRECTED,
        KEPT
    }

    /** A dispute; the answer, by whom and when, once it is decided. */
    record Dispute(
            UUID id,
            EmployeeId employee,
            FactKey key,
            String objection,
            State state,
            Instant madeAt,
            Optional<String> answer,
            Optional<EmployeeId> by,
            Optional<Instant> at) {}

    /** Disputes the employee's own entry; false where it is revoked, or disputed already. */
    public boolean dispute(EmployeeId employee, FactKey key, String objection) {
        Entry entry = entries.find(key)
                .filter(found -> found.employee().equals(employee))
                .orElseThrow(Authority::notFound);
        return !entry.revoked()
                && jdbc.sql("""
                        insert into dispute (employer_id, dispute_id, employee_id, ledger, source, external_id, objection, made_at)
                        values (:employer, :id, :employee, :ledger, :source, :externalId, :objection, :at)
                        on conflict do nothing
                        """)
                                .param("employer", EmployerScope.required().value())
                                .param("id", TimeOrderedId.next(clock.instant()))
                                .param("employee", employee.value())
                                .param("ledger", key.book().name())
                                .param("source", key.source())
                                .param("externalId", key.externalId())
                                .param("objection", objection)
                                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    /** Revokes the entry, or keeps it, with the answer that the employee reads; false where somebody has decided already. */
    boolean decide(Viewer viewer, UUID id, boolean correct, String answer) {
        Dispute dispute = find(id).orElseThrow(Authority::notFound);
        EmployeeId by = authority.requireAbout(viewer, dispute.employee());
        boolean decided = jdbc.sql("""
                update dispute set state = :state, answer = :answer, decided_by = :by, decided_at = :at
                 where dispute_id = :id and state = 'OPEN'
                """)
                        .param("state", (correct ? State.CORRECTED : State.KEPT).name())
                        .param("answer", answer)
                        .param("by", by.value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
        if (decided && correct) {
            revoke(dispute.key(), by, answer);
        }
        return decided;
    }

    /** What was attested here is revoked there too, so that both say the same. */
    private void revoke(FactKey key, EmployeeId by, String reason) {
        switch (key.book()) {
            case RESULT -> results.revoke(key.source(), key.externalId());
            case EVIDENCE -> evidence.revoke(key.source(), key.externalId());
        }
        if (key.source().equals(Decisions.ATTEST)) {
            jdbc.sql("""
                    with revoked as (
                        update claim set state = 'REVOKED', version = version + 1, decided_by = :by, decided_at = :at,
                                         reason = :reason
                         where claim_id::text = :claim and state = 'ATTESTED'
                        returning employer_id, claim_id)
                    insert into claim_step (employer_id, step_id, claim_id, taken_at, taken_by, state, reason)
                    select employer_id, :step, claim_id, :at, :by, 'REVOKED', :reason from revoked
                    """)
                    .param("by", by.value())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("reason", reason)
                    .param("claim", key.externalId())
                    .param("step", TimeOrderedId.next(clock.instant()))
                    .update();
        }
    }

    @Transactional(readOnly = true)
    Optional<Dispute> find(UUID id) {
        return jdbc.sql(SELECT + "where d.dispute_id = :id")
                .param("id", id)
                .query((row, _) -> dispute(row))
                .optional();
    }

    /** The employee's own, the latest first. */
    @Transactional(readOnly = true)
    List<Dispute> of(EmployeeId employee) {
        return jdbc.sql(SELECT + "where d.employee_id = :employee order by d.made_at desc")
                .param("employee", employee.value())
                .query((row, _) -> dispute(row))
                .list();
    }

    /** Those about people in the viewer's units that wait for an answer, the oldest first; never the viewer's own. */
    @Transactional(readOnly = true)
    List<Dispute> open(Viewer viewer, LocalDate today) {
        return jdbc.sql(SELECT + """
                 where d.state = 'OPEN' and d.employee_id is distinct from :viewer
                   and exists (select from employment m
                                where m.employer_id = d.employer_id and m.employee_id = d.employee_id
                                  and (m.valid_until is null or m.valid_until > :today)
                                  and (:everything or m.unit_code = any(:units)))
                 order by d.made_at limit 200
                """)
                .param("viewer", viewer.employee().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("today", today)
                .param("everything", viewer.everything())
                .param("units", viewer.units().stream().map(UnitCode::value).toArray(String[]::new))
                .query((row, _) -> dispute(row))
                .list();
    }

    private static final String SELECT = """
            select d.dispute_id, d.employee_id, d.ledger, d.source, d.external_id, d.objection, d.state, d.made_at, d.answer,
                   d.decided_by, d.decided_at
              from dispute d
            """;

    private static Dispute dispute(ResultSet row) throws SQLException {
        return new Dispute(
                row.getObject("dispute_id", UUID.class),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                new FactKey(
                        Book.valueOf(row.getString("ledger")), row.getString("source"), row.getString("external_id")),
                row.getString("objection"),
                State.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("answer")),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(EmployeeId::new),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
