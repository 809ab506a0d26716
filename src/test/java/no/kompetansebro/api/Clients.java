package no.kompetansebro.api;

import java.util.UUID;
import no.kompetansebro.organisation.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes API tokens for the employers of tests. */
final class Clients {

    private Clients() {}

    /** A token with the right to read coverage. */
    static String reader(Municipality municipality, JdbcClient jdbc) {
        String token = "token-" + UUID.randomUUID();
        jdbc.sql("""
                        insert into api_token (token_hash, employer_id, name, scopes, created_by, created_at)
                        values (?, ?, 'test', '{coverage:read}', 'test', now())
                        """)
                .param(TokenHash.of(token))
                .param(municipality.id().value())
                .update();
        return token;
    }
}
