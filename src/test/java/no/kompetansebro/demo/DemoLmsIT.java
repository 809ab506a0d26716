package no.kompetansebro.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** What the demo LMS, and the door for its scores, refuse. Their positive twins are in {@link DemoIT}. */
@DemoTest
class DemoLmsIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${kompetansebro.base-url}")
    String tool;

    @Test
    void answersALaunchOnlyToTheRegisteredAddress() throws Exception {
        assertThat(authorize("redirect_uri", "http://localhost:1/lti/launch").statusCode())
                .isEqualTo(400);
        assertThat(authorize("redirect_uri", tool + "/lti/launch").statusCode()).isEqualTo(200);
    }

    @Test
    void answersALaunchOnlyForTheAccountThatBeganIt() throws Exception {
        assertThat(authorize("login_hint", "hr").statusCode()).isEqualTo(400);
        assertThat(authorize("login_hint", "ansatt").statusCode()).isEqualTo(200);
    }

    @Test
    void answersALaunchOnce() throws Exception {
        URI request = request("client_id", "kompetansebro-demo");

        assertThat(get(request).statusCode()).isEqualTo(200);
        assertThat(get(request).statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenLeavesOnlyWithANonce() throws Exception {
        assertThat(authorize("nonce", "").statusCode()).isEqualTo(400);
        assertThat(authorize("nonce", "n-1").statusCode()).isEqualTo(200);
    }

    @Test
    void aScoreThatTheLmsDidNotSignIsRefused() throws Exception {
        var key = new RSAKeyGenerator(2048).generate();
        var claims = new JWTClaimsSet.Builder()
                .issuer(lms() + "/demo/lms")
                .audience(tool + "/demo/scores")
                .subject("ansatt")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("course_id_number", "FL-001")
                .claim("score", 100)
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(key));

        assertThat(post(token.serialize()).statusCode()).isEqualTo(401);
        assertThat(post("nonsense").statusCode()).isEqualTo(401);
    }

    private String lms() {
        return tool.replace("localhost", "127.0.0.1");
    }

    private HttpResponse<String> authorize(String changed, String value) throws Exception {
        return get(request(changed, value));
    }

    /** What the tool would ask after a launch that was begun just now, with one parameter changed. */
    private URI request(String changed, String wanted) throws Exception {
        String login = get(URI.create(lms() + "/demo/lms/ansatt/launch/min-kompetanse"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String asked = get(URI.create(login)).headers().firstValue("Location").orElseThrow();
        String value = URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return URI.create(asked.replaceAll("([?&]" + changed + "=)[^&]*", "$1" + value));
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(tool + "/demo/scores"))
                        .header("Content-Type", "application/jwt")
                        .POST(HttpRequest.BodyPublishers.ofString(token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
