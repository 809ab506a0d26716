package no.kompetansebro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.shared.EmployerId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens that administrators made, found by their hash. */
@Repository
@Order(2)
class ApiTokens implements BearerTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<ApiClient> client(String token) {
        return jdbc.sql("""
                        select employer_id, name, scopes
                          from api_token
                         where token_hash = :hash
                           and revoked_at is null
                           and (expires_at is null or expires_at > :now)
                        """)
                .param("hash", TokenHash.of(token))
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, _) -> new ApiClient(
                        new EmployerId(row.getObject("employer_id", UUID.class)), row.getString("name"), scopes(row)))
                .optional();
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(code -> Scope.of(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
