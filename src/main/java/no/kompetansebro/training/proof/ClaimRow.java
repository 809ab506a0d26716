package no.kompetansebro.training.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.training.proof.Claim.Kind;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.Claim.Subject;
import org.jspecify.annotations.Nullable;

/** A claim as it stands in its table: what it is about in a column of its own for each kind. */
final class ClaimRow {

    static final String SELECT = """
            select c.claim_id, c.employee_id, c.kind, c.competence, c.level, c.item, c.achieved_on, c.valid_until, c.counterpart,
                   c.note, c.state, c.version, c.made_at, c.decided_by, c.decided_at, c.reason, c.origin_source,
                   exists (select from claim_document d
                            where d.employer_id = c.employer_id and d.claim_id = c.claim_id) as document
              from claim c
            """;

    private ClaimRow() {}

    static @Nullable String competence(Claim claim) {
        return claim.subject() instanceof Subject.OfCompetence of ? of.code().value() : null;
    }

    static @Nullable String level(Claim claim) {
        return claim.subject() instanceof Subject.OfCompetence of ? of.level().orElse(null) : null;
    }

    static @Nullable String item(Claim claim) {
        return claim.subject() instanceof Subject.OfItem of ? of.code().value() : null;
    }

    static Claim claim(ResultSet row, int number) throws SQLException {
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
