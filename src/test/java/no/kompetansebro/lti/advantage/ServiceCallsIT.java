package no.kompetansebro.lti.advantage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.kompetansebro.lti.Browser;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.lti.key.Signer;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Cause;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens and calls against what Moodle 4.5 answered when it was recorded (SVC-01 to SVC-10, ATK-024, ATK-104). */
class ServiceCallsIT extends LaunchScenario {

    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final String ROSTER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final String HTML = "text/html; charset=utf-8";

    @Autowired
    ServiceCalls calls;

    @Autowired
    Outbound outbound;

    @Autowired
    Signer signer;

    private final WireMockServer moodle =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private Registration registered;
    private Deployment deployment;

    @BeforeEach
    void aMoodle() {
        moodle.start();
        registered = registration(Optional.empty(), Set.of(), true);
        deployment = new Deployment(register(registered), "2");
        grant("token-1", 3600);
        moodle.stubFor(get("/members").willReturn(aResponse().withBody("{\"members\":[]}")));
    }

    @AfterEach
    void stop() {
        moodle.stop();
    }

    private Registration registration(Optional<String> audience, Set<String> origins, boolean privateAddresses) {
        return new Registration(
                moodle.baseUrl(),
                "client-" + UUID.randomUUID(),
                Set.of("2"),
                URI.create(moodle.baseUrl() + "/auth"),
                URI.create(moodle.baseUrl() + "/token"),
                URI.create(moodle.baseUrl() + "/jwks"),
                audience,
                origins,
                privateAddresses);
    }

    private void grant(String token, int life) {
        answerToken(
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"scope\":\"%s\"}"
                        .formatted(token, life, SCOPE));
    }

    private void answerToken(int status, String body) {
        moodle.stubFor(post("/token")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", HTML)
                        .withBody(body)));
    }

    private ServiceReply roster() {
        return calls.send(deployment, ServiceCall.get(URI.create(moodle.baseUrl() + "/members"), ROSTER, SCOPE));
    }

    private static int status(ServiceReply reply) {
        assertThat(reply).isInstanceOf(ServiceReply.Answered.class);
        return ((ServiceReply.Answered) reply).answer().status();
    }

    private Map<String, String> tokenForm() {
        Map<String, String> form = new HashMap<>();
        String body =
                moodle.findAll(postRequestedFor(urlEqualTo("/token"))).getLast().getBodyAsString();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            assertThat(form.put(parts[0], URLDecoder.decode(parts[1], UTF_8))).isNull();
        }
        return form;
    }

    private JWSObject assertion() throws Exception {
        return JWSObject.parse(tokenForm().get("client_assertion"));
    }

    /** SVC-01, SVC-02, SVC-03, CORE-62. */
    @Test
    void asksForATokenByAnAssertionOfItsOwn() throws Exception {
        assertThat(status(roster())).isEqualTo(200);

        assertThat(tokenForm())
                .containsOnlyKeys("grant_type", "client_assertion_type", "client_assertion", "scope")
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("scope", SCOPE);
        JWSObject assertion = assertion();
        JWKSet published = JWKSet.parse(new Browser(port).get("/lti/jwks").body());
        assertThat(assertion.verify(new RSASSAVerifier(published
                        .getKeyByKeyId(assertion.getHeader().getKeyID())
                        .toRSAKey())))
                .isTrue();
        assertThat(assertion.getHeader().toJSONObject()).containsOnlyKeys("typ", "alg", "kid");
        Map<String, Object> claims = assertion.getPayload().toJSONObject();
        assertThat(claims)
                .containsEntry("iss", registered.clientId())
                .containsEntry("sub", registered.clientId())
                .containsEntry("aud", moodle.baseUrl() + "/token")
                .containsEntry("https://purl.imsglobal.org/spec/lti/claim/deployment_id", "2");
        long issued = (Long) claims.get("iat");
        assertThat((Long) claims.get("exp") - issued).isBetween(60L, 300L);
        assertThat(issued).isLessThan(Instant.now().getEpochSecond());
        assertThat((String) claims.get("jti")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void makesANewAssertionForEachRequest() throws Exception {
        grant("short", 0);
        roster();
        Object first = assertion().getPayload().toJSONObject().get("jti");
        roster();

        assertThat(assertion().getPayload().toJSONObject().get("jti")).isNotEqualTo(first);
    }

    @Test
    void usesTheRegisteredAudience() throws Exception {
        deployment =
                new Deployment(register(registration(Optional.of("https://api.example/token"), Set.of(), true)), "2");
        roster();

        assertThat(assertion().getPayload().toJSONObject()).containsEntry("aud", "https://api.example/token");
    }

    @Test
    void sendsTheTokenWithExactlyTheTypesAskedFor() {
        moodle.stubFor(post("/items").willReturn(aResponse().withStatus(201).withBody("{}")));
        moodle.stubFor(put("/items/1").willReturn(aResponse().withStatus(200)));
        String type = "application/vnd.ims.lis.v2.lineitem+json";
        roster();
        assertThat(status(calls.send(
                        deployment,
                        ServiceCall.post(URI.create(moodle.baseUrl() + "/items"), type, "{\"label\":\"Å\"}", SCOPE))))
                .isEqualTo(201);
        assertThat(status(calls.send(
                        deployment, ServiceCall.put(URI.create(moodle.baseUrl() + "/items/1"), type, "{}", SCOPE))))
                .isEqualTo(200);

        moodle.verify(getRequestedFor(urlEqualTo("/members"))
                .withHeader("Accept", equalTo(ROSTER))
                .withHeader("Authorization", equalTo("Bearer token-1")));
        moodle.verify(postRequestedFor(urlEqualTo("/items"))
                .withHeader("Content-Type", equalTo(type))
                .withRequestBody(equalTo("{\"label\":\"Å\"}")));
        moodle.verify(putRequestedFor(urlEqualTo("/items/1")).withHeader("Authorization", equalTo("Bearer token-1")));
        moodle.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    /** SVC-05. */
    @Test
    void keepsATokenUntilShortlyBeforeItExpires() {
        MovingClock clock = new MovingClock();
        AccessTokens tokens = new AccessTokens(outbound, signer, clock);

        tokens.find(deployment, registered, Set.of(SCOPE));
        clock.now = clock.now.plus(Duration.ofSeconds(3539));
        tokens.find(deployment, registered, Set.of(SCOPE));
        moodle.verify(1, postRequestedFor(urlEqualTo("/token")));
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        tokens.find(deployment, registered, Set.of(SCOPE));
        moodle.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "-5, 2", "60, 1", "99999999999, 1", "'\"soon\"', 1", "null, 1"})
    void takesWhateverLifeAPlatformSays(String life, int requests) {
        answerToken(200, "{\"access_token\":\"t\",\"expires_in\":" + life + "}");
        roster();
        assertThat(status(roster())).isEqualTo(200);

        moodle.verify(requests, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void sharesNoTokenBetweenDeploymentsScopesAndRegistrations() {
        roster();
        deployment = new Deployment(deployment.registration(), "3");
        roster();
        deployment = new Deployment(register(registration(Optional.empty(), Set.of(), true)), "3");
        roster();

        moodle.verify(3, postRequestedFor(urlEqualTo("/token")));
    }

    /** SVC-06. */
    @Test
    void getsOneNewTokenWhereTheOldOneIsRefused() {
        roster();
        grant("token-2", 3600);
        moodle.stubFor(get("/members").willReturn(aResponse().withStatus(401)));
        moodle.stubFor(get("/members")
                .withHeader("Authorization", equalTo("Bearer token-2"))
                .willReturn(aResponse().withStatus(200)));

        assertThat(status(roster())).isEqualTo(200);
        moodle.verify(2, postRequestedFor(urlEqualTo("/token")));
        moodle.verify(3, getRequestedFor(urlEqualTo("/members")));
    }

    @Test
    void triesNoThirdTime() {
        moodle.stubFor(get("/members").willReturn(aResponse().withStatus(401)));

        assertThat(status(roster())).isEqualTo(401);
        moodle.verify(2, getRequestedFor(urlEqualTo("/members")));
        moodle.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    /** SVC-07. */
    @Test
    void asksOnceHoweverManyWait() throws Exception {
        moodle.stubFor(post("/token")
                .willReturn(aResponse().withFixedDelay(300).withBody("{\"access_token\":\"t\",\"expires_in\":3600}")));
        List<Future<ServiceReply>> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                replies.add(threads.submit((Callable<ServiceReply>) this::roster));
            }
        }
        for (Future<ServiceReply> reply : replies) {
            assertThat(status(reply.get())).isEqualTo(200);
        }
        moodle.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    /** SVC-04: a reduced scope is no token, and is not asked for in a loop. */
    @Test
    void takesNoTokenForLess() {
        answerToken(200, "{\"access_token\":\"t\",\"expires_in\":3600,\"scope\":\"https://other\"}");

        assertThat(roster()).isEqualTo(new ServiceReply.NoToken(TokenProblem.SCOPE_REDUCED));
        moodle.verify(1, postRequestedFor(urlEqualTo("/token")));
        moodle.verify(0, getRequestedFor(urlEqualTo("/members")));
    }

    /** SVC-08, ATK-104: Moodle's recorded refusals. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_client\"} | CLIENT_UNKNOWN",
                "400 | {\"error\":\"invalid_scope\"} | SCOPE_REFUSED",
                "400 | {\"error\":\"Expired token\"} | CLOCK",
                "400 | {\"error\":\"Cannot handle token with iat prior to 2026-11-21T21:12:54+0100\"} | CLOCK",
                "400 | {\"error\":\"Signature verification failed\"} | KEY_UNKNOWN",
                "400 | { \"error\" : \"\"kid\" invalid, unable to lookup correct key\" } | KEY_UNKNOWN",
                "400 | {\"error\":\"invalid_request\"} | REFUSED",
                "404 | <html>Exception - jwks_helper::fix_jwks_alg(): Argument #1</html> | KEYS_UNREAD",
                "404 | <html>Error</html> | KEYS_UNREAD",
                "500 | <html>Exception - jwks_helper::fix_jwks_alg()</html> | KEYS_UNREAD",
                "503 | <html>Maintenance</html> | PLATFORM_FAILED",
                "429 | {} | PLATFORM_FAILED",
                "200 | <html>Log in</html> | UNREADABLE",
                "200 | {\"token_type\":\"Bearer\"} | UNREADABLE",
                "200 | {\"access_token\":7} | UNREADABLE",
                "200 | [] | UNREADABLE"
            })
    void saysWhyThereIsNoToken(int status, String body, TokenProblem problem) {
        answerToken(status, body);

        assertThat(roster()).isEqualTo(new ServiceReply.NoToken(problem));
        moodle.verify(0, getRequestedFor(urlEqualTo("/members")));
        grant("good", 3600);
        assertThat(status(roster())).isEqualTo(200);
    }

    @Test
    void saysThatThePlatformWasNotReached() {
        ServiceCall call = ServiceCall.get(URI.create(moodle.baseUrl() + "/members"), ROSTER, SCOPE);
        moodle.stop();

        assertThat(calls.send(deployment, call)).isEqualTo(new ServiceReply.NotReached(Cause.CONNECTION_REFUSED));
    }

    /** SVC-09, ATK-020. */
    @Test
    void callsNoPrivateAddressOfAPlatformThatMayNotHaveOne() {
        deployment = new Deployment(register(registration(Optional.empty(), Set.of(), false)), "2");

        assertThat(roster()).isEqualTo(new ServiceReply.NotReached(Cause.NOT_HTTPS));
        moodle.verify(0, anyRequestedFor(anyUrl()));
    }

    /** ATK-024, ATK-025: the token goes to the platform, wherever an address points. */
    @Test
    void sendsTheTokenNowhereElse() {
        WireMockServer other =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        other.start();
        ServiceCall call = ServiceCall.get(URI.create(other.baseUrl() + "/members"), ROSTER, SCOPE);
        try {
            assertThat(calls.send(deployment, call)).isEqualTo(new ServiceReply.NotThePlatforms());
            other.verify(0, anyRequestedFor(anyUrl()));
            moodle.verify(0, anyRequestedFor(anyUrl()));

            deployment = new Deployment(register(registration(Optional.empty(), Set.of(other.baseUrl()), true)), "2");
            assertThat(status(calls.send(deployment, call))).isEqualTo(404);
        } finally {
            other.stop();
        }
    }

    /** ATK-022. */
    @Test
    void followsNoRedirectOfAService() {
        moodle.stubFor(get("/members").willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));

        assertThat(roster()).isEqualTo(new ServiceReply.NotReached(Cause.REDIRECTED));
        moodle.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void handsOnWhatAServiceAnswers() {
        moodle.stubFor(get("/members")
                .inScenario("paging")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Link", "<a>; rel=next")
                        .withBody("[]")));

        assertThat(roster()).isInstanceOfSatisfying(ServiceReply.Answered.class, answered -> {
            Reply.Answer answer = answered.answer();
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.header("link")).contains("<a>; rel=next");
            assertThat(answer.text()).isEqualTo("[]");
        });
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
