package no.kompetansebro.moodle;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.key.SecretTexts;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The connections of the employer in scope. The token comes out only to call with. */
@Repository("moodleConnections")
@Transactional
class Connections {

    private static final String SELECT = """
            select c.connection_id, c.address, c.registration_id, r.issuer, c.report_name, c.way,
                   coalesce(c.report_id, 0) as report_id, coalesce(c.account_id, 0) as account_id, c.checked_at,
                   c.check_asked, c.changes_asked, c.full_asked, c.since, c.full_at, c.failures, c.retry_at
              from moodle_connection c left join lti_registration r on r.registration_id = c.registration_id
            """;

    private final JdbcClient jdbc;
    private final SecretTexts secrets;
    private final Clock clock;

    Connections(JdbcClient jdbc, SecretTexts secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What an administrator enters. */
    record Draft(URI address, String token, String reportName, Optional<RegistrationId> registration) {

        @Override
        public String toString() {
            return "Draft of a connection";
        }
    }

    List<Connection> all() {
        return jdbc.sql(SELECT + "order by c.created_at, c.connection_id")
                .query(Connections::connection)
                .list();
    }

    Optional<Connection> find(ConnectionId id) {
        return jdbc.sql(SELECT + "where c.connection_id = :id")
                .param("id", id.value())
                .query(Connections::connection)
                .optional();
    }

    /** The one that has the platform's accounts. */
    Optional<Connection> of(RegistrationId registration) {
        return jdbc.sql(SELECT + "where c.registration_id = :registration order by c.created_at limit 1")
                .param("registration", registration.value())
                .query(Connections::connection)
                .optional();
    }

    /** Adds it; empty where the address is connected already. */
    Optional<ConnectionId> add(Draft draft) {
        UUID id = TimeOrderedId.next(clock.instant());
        int added = jdbc.sql("""
                insert into moodle_connection (employer_id, connection_id, address, token, registration_id, report_name,
                                               created_at)
                values (current_employer(), :id, :address, :token, :registration, :report, :now)
                on conflict (employer_id, address) do nothing
                """)
                .param("id", id)
                .param("address", draft.address().toString())
                .param("token", secrets.close(id.toString(), draft.token()))
                .param(
                        "registration",
                        draft.registration().map(RegistrationId::value).orElse(null),
                        Types.OTHER)
                .param("report", draft.reportName())
                .param("now", utc(clock.instant()))
                .update();
        return added == 1 ? Optional.of(new ConnectionId(id)) : Optional.empty();
    }

    /** Replaces what is not blank, and has it checked. */
    void change(ConnectionId id, String token, String reportName) {
        jdbc.sql("""
                update moodle_connection
                   set token = coalesce(:token, token), report_name = coalesce(nullif(:report, ''), report_name),
                       check_asked = true, retry_at = null
                 where connection_id = :id
                """)
                .param("id", id.value())
                .param("token", token.isEmpty() ? null : secrets.close(id.toString(), token), Types.BINARY)
                .param("report", reportName)
                .update();
    }

    /** Forgets it and its memory; the ledger keeps what it has. */
    void remove(ConnectionId id) {
        jdbc.sql("delete from moodle_connection where connection_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Has it read now, whatever failed before. */
    void ask(ConnectionId id, Run.Kind kind) {
        jdbc.sql("""
                update moodle_connection
                   set check_asked = check_asked or problem is not null, retry_at = null,
                       changes_asked = changes_asked or :kind = 'CHANGES', full_asked = full_asked or :kind = 'FULL'
                 where connection_id = :id
                """).param("id", id.value()).param("kind", kind.name()).update();
    }

    /** The token. */
    String token(ConnectionId id) {
        byte[] closed = jdbc.sql("select token from moodle_connection where connection_id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        return secrets.open(id.toString(), closed);
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                URI.create(row.getString("address")),
                Optional.ofNullable(row.getObject("registration_id", UUID.class)),
                Optional.ofNullable(row.getString("issuer")),
                row.getString("report_name"),
                Optional.ofNullable(row.getString("way")).map(Way::valueOf),
                row.getLong("report_id"),
                row.getLong("account_id"),
                new Connection.State(
                        moment(row, "checked_at"),
                        row.getBoolean("check_asked"),
                        row.getBoolean("changes_asked"),
                        row.getBoolean("full_asked"),
                        moment(row, "since"),
                        moment(row, "full_at"),
                        row.getInt("failures"),
                        moment(row, "retry_at")));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
