package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.kompetansebro.organisation.Employers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiSecurityIT extends ApiCalls {

    /** A path that no controller has: whoever is let through gets 404. */
    private static final String NOWHERE = "/coverage/nowhere";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Employers employers;

    @Test
    void letsTheBootstrapTokenThroughToItsNewEmployer() {
        assertThat(employers.find("fjordvik")).isPresent();
        assertLetThrough(BOOTSTRAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", BOOTSTRAP + "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void refusesAnUnknownToken(String token) {
        assertUnauthorized(get(token, NOWHERE));
    }

    @Test
    void refusesACallWithoutAToken() {
        Answer answer = call(HttpRequest.newBuilder().uri(uri(NOWHERE)));

        assertUnauthorized(answer);
        assertThat(answer.http().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void takesNoTokenFromTheQueryAndNoBasicCredentials() {
        assertUnauthorized(call(HttpRequest.newBuilder().uri(uri(NOWHERE + "?access_token=" + BOOTSTRAP))));
        assertUnauthorized(call(HttpRequest.newBuilder().uri(uri(NOWHERE)).header("Authorization", BOOTSTRAP)));
    }

    @Test
    void keepsNoSession() {
        assertThat(get(BOOTSTRAP, NOWHERE).http().headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void letsAnAdministratorsTokenThroughUntilItExpiresOrIsRevoked() {
        addToken("good", "null", "null", "{coverage:read}");
        addToken("for-a-while", "now() + interval '1 hour'", "null", "{coverage:read}");
        addToken("expired", "now() - interval '1 second'", "null", "{coverage:read}");
        addToken("revoked", "null", "now()", "{coverage:read}");

        assertLetThrough("good");
        assertLetThrough("for-a-while");
        assertUnauthorized(get("expired", NOWHERE));
        assertUnauthorized(get("revoked", NOWHERE));
    }

    @Test
    void asksForTheScopeOfTheCall() {
        addToken("only-reads", "null", "null", "{coverage:read}");
        addToken("only-imports", "null", "null", "{import:write}");

        assertForbidden(postCsv("only-reads", "/imports/units", "unit,name\n"));
        assertForbidden(get("only-imports", NOWHERE));
        assertForbidden(call(
                "only-reads",
                request -> request.uri(uri("/catalogue"))
                        .header("Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString("scales: []"))));
    }

    @Test
    void letsAJwtOfAConfiguredIssuerThrough() {
        assertLetThrough(jwt(KEY, claims -> claims));
        assertLetThrough(jwt(KEY, claims -> claims.claim("scope", null).claim("scp", List.of("coverage:read"))));
        assertForbidden(get(jwt(KEY, claims -> claims.claim("scope", "import:write")), NOWHERE));
    }

    @Test
    void refusesAJwtThatIsNotForUs() {
        assertUnauthorized(get(jwt(key(), claims -> claims), NOWHERE));
        assertUnauthorized(get(jwt(KEY, claims -> claims.audience("another")), NOWHERE));
        assertUnauthorized(get(jwt(KEY, claims -> claims.issuer("https://other.example")), NOWHERE));
        assertUnauthorized(get(jwt(KEY, claims -> claims.expirationTime(null)), NOWHERE));
        assertUnauthorized(get(
                jwt(KEY, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)))), NOWHERE));
        assertUnauthorized(get(jwt(KEY, claims -> claims.claim("consumer", Map.of("ID", "0192:1"))), NOWHERE));
        assertUnauthorized(get(
                new PlainJWT(new JWTClaimsSet.Builder()
                                .issuer(ISSUER)
                                .audience("kompetansebro")
                                .build())
                        .serialize(),
                NOWHERE));
    }

    @Test
    void tellsAnUnknownPathAProblem() {
        Answer answer = get(BOOTSTRAP, "/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("not-found");
        assertThat(answer.body().path("status").asInt()).isEqualTo(404);
    }

    private void addToken(String token, String expiresAt, String revokedAt, String scopes) {
        jdbc.sql("""
                        insert into api_token (token_hash, employer_id, name, scopes, created_by, created_at, expires_at, revoked_at)
                        select :hash, employer_id, 'test', cast(:scopes as text[]), 'test', now(), %s, %s
                          from employer where code = 'fjordvik'
                        on conflict do nothing
                        """.formatted(expiresAt, revokedAt))
                .param("hash", TokenHash.of(token))
                .param("scopes", scopes)
                .update();
    }

    private void assertLetThrough(String token) {
        assertThat(get(token, NOWHERE).status()).isEqualTo(404);
    }

    private static void assertUnauthorized(Answer answer) {
        assertProblem(answer, 401, "unauthorized");
    }

    private static void assertForbidden(Answer answer) {
        assertProblem(answer, 403, "scope-missing");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
