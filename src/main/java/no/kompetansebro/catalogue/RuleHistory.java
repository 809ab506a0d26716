package no.kompetansebro.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.kompetansebro.shared.Jsonb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What became of the competences, award rules and requirements of the current employer over time. */
@Repository
@Transactional(readOnly = true)
public class RuleHistory {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    RuleHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has changed. */
    public enum Kind {
        COMPETENCE,
        AWARD_RULE,
        REQUIREMENT
    }

    /**
     * A change, with the columns of the table by name.
     *
     * @param former empty where it was not there before
     * @param present empty where it is gone
     */
    public record RuleChange(
            Instant at, Kind kind, String code, Optional<JsonNode> former, Optional<JsonNode> present) {}

    /** The latest 200 changes after the one moment, up to and at the other; the latest first. */
    public List<RuleChange> between(Instant after, Instant until) {
        return jdbc.sql("""
                select changed_at, kind, code, former, present from rule_history
                 where changed_at > :after and changed_at <= :until
                 order by change_id desc limit :most
                """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, _) -> new RuleChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("code"),
                        json(row, "former"),
                        json(row, "present")))
                .list();
    }

    private static Optional<JsonNode> json(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Jsonb::parse);
    }
}
