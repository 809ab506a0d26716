package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.kompetansebro.organisation.Employers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /catalogue} over HTTP, for an employer of its own. */
class CatalogueCallsIT extends ApiCalls {

    private static final String ONE = "items: [{code: first, name: Første, kind: COURSE}]";

    final String token = UUID.randomUUID().toString();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Employers employers;

    @BeforeEach
    void anEmployerWithAToken() {
        addToken(token, "{catalogue:write}");
    }

    @Test
    void putsAndGets() {
        Answer put = put(token, "", ONE);
        Answer got = get(token, "/catalogue");

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().at("/items/created").intValue()).isEqualTo(1);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.contentType()).startsWith("application/yaml");
        assertThat(got.http().body()).contains("name: Første");
        assertThat(put(token, "", got.http().body())
                        .body()
                        .at("/items/unchanged")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void answersInJsonWhateverTheCallerAccepts() {
        Answer answer = call(
                token,
                request -> request.uri(uri("/catalogue"))
                        .header("Content-Type", "application/yaml; charset=utf-8")
                        .header("Accept", "application/yaml")
                        .PUT(BodyPublishers.ofString(ONE)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
    }

    @Test
    void changesNothingInADryRun() {
        Answer answer = put(token, "?dryRun=true", ONE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("dryRun").booleanValue()).isTrue();
        assertThat(get(token, "/catalogue").http().body()).contains("items: []");
    }

    @Test
    void tellsWhatIsWrong() {
        Answer answer = put(token, "", "items: [{code: first, name: Første, kind: CURSE}]");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("catalogue-refused");
        assertThat(answer.body().at("/errors/0/path").asString()).isEqualTo("items[0].kind");
        assertThat(answer.body().at("/errors/0/value").asString()).isEqualTo("CURSE");
        assertThat(answer.body().at("/errors/0/message").asString()).startsWith("must be one of");
    }

    @Test
    void refusesWhatIsNoYamlByItsType() {
        Answer answer = call(
                token,
                request -> request.uri(uri("/catalogue"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void refusesTenMegabytesAndMore() {
        Answer answer = put(token, "", "#".repeat(10 * 1024 * 1024 + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void refusesUnknownParameters() {
        assertThat(put(token, "?dry=true", ONE).status()).isEqualTo(400);
        assertThat(get(token, "/catalogue?x=1").status()).isEqualTo(400);
    }

    @Test
    void asksForTheScope() {
        addToken("reads-" + token, "{coverage:read}");
        addToken("imports-" + token, "{import:write}");

        assertThat(get("reads-" + token, "/catalogue").status()).isEqualTo(200);
        assertThat(put("reads-" + token, "", ONE).status()).isEqualTo(403);
        assertThat(get("imports-" + token, "/catalogue").status()).isEqualTo(403);
        assertThat(put("nobody", "", ONE).status()).isEqualTo(401);
    }

    private Answer put(String bearer, String query, String yaml) {
        return call(
                bearer,
                request -> request.uri(uri("/catalogue" + query))
                        .header("Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(yaml, StandardCharsets.UTF_8)));
    }

    private void addToken(String bearer, String scopes) {
        jdbc.sql("""
                        insert into api_token (employer_id, token_hash, name, scopes, created_by, created_at)
                        values (:employer, :hash, 'test', cast(:scopes as text[]), 'test', now())
                        """)
                .param(
                        "employer",
                        employers
                                .findOrAdd("catalogue-calls-" + token.substring(0, 8))
                                .value())
                .param("hash", TokenHash.of(bearer))
                .param("scopes", scopes)
                .update();
    }
}
