package no.kompetansebro.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.shared.EmployerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An LMS that registers itself, as Moodle 4.5 did when it was recorded (SVC-80 to SVC-86, ATK-026 to ATK-028). */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class DynamicRegistrationIT extends LaunchScenario {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final String TOKEN = "eyJhbGciOi.registration.token";

    private final WireMockServer moodle =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private String client;
    private String invitation;

    @BeforeEach
    void anInvitedMoodle() {
        moodle.start();
        client = "client-" + UUID.randomUUID();
        invitation = RegistrationScenario.invite(jdbc, employer, true, Duration.ofHours(1));
        configure(text -> text);
        answer(200, "{\"client_id\":\"" + client + "\",\"" + TOOL + "\":{\"deployment_id\":\"5\"}}");
    }

    @AfterEach
    void stop() {
        moodle.stop();
    }

    private void configure(UnaryOperator<String> change) {
        String document = """
                {"issuer": "BASE", "token_endpoint": "BASE/mod/lti/token.php", "jwks_uri": "BASE/mod/lti/certs.php",
                 "authorization_endpoint": "BASE/mod/lti/auth.php",
                 "registration_endpoint": "BASE/mod/lti/openid-registration.php",
                 "scopes_supported": ["https://purl.imsglobal.org/spec/lti-bo/scope/basicoutcome",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
                   "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly", "openid"],
                 "https://purl.imsglobal.org/spec/lti-platform-configuration": {"product_family_code": "moodle",
                   "messages_supported": [{"type": "LtiResourceLinkRequest"},
                     {"type": "LtiDeepLinkingRequest", "placements": ["ContentArea"]}]}}
                """;
        moodle.stubFor(get("/configuration")
                .willReturn(aResponse().withBody(change.apply(document).replace("BASE", moodle.baseUrl()))));
    }

    private void answer(int status, String body) {
        moodle.stubFor(post("/mod/lti/openid-registration.php")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "text/html")
                        .withBody(body)));
    }

    private Browser.Answer register() {
        return register(invitation, moodle.baseUrl() + "/configuration");
    }

    private Browser.Answer register(String secret, String address) {
        return new Browser(port)
                .get("/lti/register?invitation=" + secret + "&openid_configuration=" + URLEncoder.encode(address, UTF_8)
                        + "&registration_token=" + TOKEN);
    }

    private JsonNode sent() {
        return JSON.readTree(moodle.findAll(postRequestedFor(urlEqualTo("/mod/lti/openid-registration.php")))
                .getLast()
                .getBodyAsString());
    }

    private Registration registered() {
        return registrations
                .find(moodle.baseUrl(), client)
                .flatMap(registrations::known)
                .orElseThrow();
    }

    private boolean isRegistered() {
        return registrations.find(moodle.baseUrl(), client).isPresent();
    }

    @Test
    void registersBothWithEachOther() {
        Browser.Answer page = register();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("data-registered", "Pending", moodle.baseUrl());
        assertThat(registered())
                .isEqualTo(new Registration(
                        moodle.baseUrl(),
                        client,
                        java.util.Set.of("5"),
                        java.net.URI.create(moodle.baseUrl() + "/mod/lti/auth.php"),
                        java.net.URI.create(moodle.baseUrl() + "/mod/lti/token.php"),
                        java.net.URI.create(moodle.baseUrl() + "/mod/lti/certs.php"),
                        true));
        moodle.verify(
                1,
                postRequestedFor(urlEqualTo("/mod/lti/openid-registration.php"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withHeader("Content-Type", equalTo("application/json")));
    }

    /** SVC-85: what Moodle requires, and no more than we need. */
    @Test
    void asksForNoMoreThanItNeeds() {
        register();

        JsonNode body = sent();
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "application_type",
                        "response_types",
                        "grant_types",
                        "initiate_login_uri",
                        "redirect_uris",
                        "client_name",
                        "jwks_uri",
                        "logo_uri",
                        "token_endpoint_auth_method",
                        "scope",
                        TOOL);
        assertThat(body.get("redirect_uris").toString()).isEqualTo("[\"http://localhost:8080/lti/launch\"]");
        assertThat(body.get("initiate_login_uri").stringValue()).isEqualTo("http://localhost:8080/lti/login");
        assertThat(body.get("jwks_uri").stringValue()).isEqualTo("http://localhost:8080/lti/jwks");
        assertThat(body.get("token_endpoint_auth_method").stringValue()).isEqualTo("private_key_jwt");
        assertThat(body.get("scope").stringValue().split(" ")).hasSize(4).noneMatch(s -> s.contains("basicoutcome"));
        JsonNode tool = body.get(TOOL);
        assertThat(tool.get("domain").stringValue()).isEqualTo("localhost:8080");
        assertThat(tool.get("target_link_uri").stringValue()).isEqualTo("http://localhost:8080/lti/launch");
        assertThat(tool.get("claims").toString()).doesNotContain("email");
        assertThat(tool.get("custom_parameters").toString()).isEqualTo("{\"idnumber\":\"$Person.sourcedId\"}");
        assertThat(tool.get("messages").toString()).contains("LtiDeepLinkingRequest", "ContentArea");
    }

    /** SVC-84: the button closes by a message to the platform's own origin, and only the platform frames the page. */
    @Test
    void closesOnlyToThePlatform() {
        Browser.Answer page = register();

        assertThat(page.body()).contains("data-close-registration=\"" + moodle.baseUrl() + "\"");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .endsWith("frame-ancestors 'self' " + moodle.baseUrl());
    }

    /** SVC-80, ATK-027. */
    @Test
    void registersOnceForEachInvitation() {
        register();

        assertThat(register().errorCode()).isEqualTo("invitation_invalid");
        moodle.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void registersOnceHoweverManyAskAtOnce() throws Exception {
        List<Future<Browser.Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                answers.add(threads.submit(() -> register()));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Browser.Answer> answer : answers) {
            statuses.add(answer.get().status());
        }

        assertThat(statuses).containsOnlyOnce(200).contains(403);
        moodle.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void callsNobodyWithoutAGoodInvitation() {
        String expired = RegistrationScenario.invite(jdbc, employer, true, Duration.ofSeconds(-1));
        for (String bad : List.of("", "x", invitation + "x", expired)) {
            Browser.Answer page = register(bad, moodle.baseUrl() + "/configuration");
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.errorCode()).isEqualTo("invitation_invalid");
        }
        moodle.verify(0, anyRequestedFor(anyUrl()));
        assertThat(register().status()).isEqualTo(200);
    }

    @Test
    void saysWhereTheAddressBelongs() {
        Browser.Answer page = new Browser(port).get("/lti/register?invitation=" + invitation);

        assertThat(page.errorCode()).isEqualTo("configuration_missing");
        assertThat(register().status()).isEqualTo(200);
    }

    /** SVC-81, ATK-020, ATK-023, ATK-026. */
    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, configuration_unreachable",
        "https://169.254.169.254/, configuration_unreachable",
        "http://localhost:1/configuration, configuration_unreachable",
        "http://127.0.0.1:{port}/configuration, issuer_mismatch",
        "http://localhost:{port}/nothing, configuration_invalid"
    })
    void readsTheConfigurationOnlyAtItsIssuers(String address, String code) {
        String there = address.replace("{port}", String.valueOf(moodle.port()));

        assertThat(register(invitation, there).errorCode()).isEqualTo(code);
        assertThat(isRegistered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"issuer\": \"BASE\" | \"issuer\": \"https://other.example\" | issuer_mismatch",
                "BASE/mod/lti/openid-registration.php | https://other.example/register | endpoint_elsewhere",
                "BASE/mod/lti/token.php | https://other.example/token | endpoint_elsewhere",
                "BASE/mod/lti/certs.php | https://other.example/keys | endpoint_elsewhere",
                "BASE/mod/lti/certs.php | javascript:alert(1) | configuration_invalid",
                "\"registration_endpoint\" | \"x\" | endpoint_elsewhere",
                "\"jwks_uri\" | \"x\" | configuration_invalid",
                "{\"issuer\" | [{\"issuer\" | configuration_invalid"
            })
    void registersNothingByAConfigurationThatDoesNotHold(String part, String instead, String code) {
        configure(text -> text.replace(part, instead));

        assertThat(register().errorCode()).isEqualTo(code);
        assertThat(isRegistered()).isFalse();
        moodle.verify(0, postRequestedFor(anyUrl()));
        configure(text -> text);
        assertThat(register().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | token_already_used | token_refused",
                "404 | <html>Exception - Syntax error, malformed JSON</html> | registration_refused",
                "500 | x | registration_refused",
                "302 | x | registration_unreachable",
                "200 | <html>Log in</html> | registration_unreadable",
                "200 | {} | registration_unreadable",
                "200 | {\"client_id\":7} | registration_unreadable"
            })
    void registersNothingThatThePlatformDidNotTake(int status, String body, String code) {
        answer(status, body);

        assertThat(register().errorCode()).isEqualTo(code);
        assertThat(isRegistered()).isFalse();
        answer(200, "{\"client_id\":\"" + client + "\"}");
        assertThat(register().body()).contains("Deployment ID");
        assertThat(registered().deployments()).isEmpty();
    }

    /** SVC-09: the invitation says whether the LMS may be in a private network. */
    @Test
    void callsNoPrivateAddressUnlessInvitedTo() {
        String secret = RegistrationScenario.invite(jdbc, employer, false, Duration.ofHours(1));
        Browser.Answer page = register(secret, moodle.baseUrl() + "/configuration");

        assertThat(page.errorCode()).isEqualTo("configuration_unreachable");
        assertThat(page.body()).contains("https");
        moodle.verify(0, anyRequestedFor(anyUrl()));
    }

    /** Registering again keeps our key of the platform, and what the administrator has set. */
    @Test
    void changesWhatItRegisteredBefore() {
        register();
        UUID before = registrations.find(moodle.baseUrl(), client).orElseThrow().value();
        jdbc.sql(
                        "update platform set account_link = array['email'], trust_administrators = true where registration_id = :id")
                .param("id", before)
                .update();
        answer(200, "{\"client_id\":\"" + client + "\",\"" + TOOL + "\":{\"deployment_id\":\"6\"}}");
        invitation = RegistrationScenario.invite(jdbc, employer, true, Duration.ofHours(1));

        assertThat(register().status()).isEqualTo(200);
        assertThat(registrations.find(moodle.baseUrl(), client).orElseThrow().value())
                .isEqualTo(before);
        assertThat(registered().deployments()).containsExactlyInAnyOrder("5", "6");
        assertThat(jdbc.sql(
                                "select trust_administrators and account_link = array['email'] from platform where registration_id = :id")
                        .param("id", before)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(inEmployer(() -> jdbc.sql("select act from platform_change order by change_id")
                        .query(String.class)
                        .list()))
                .containsExactly("REGISTERED", "CHANGED");
    }

    /** ATK-028: what is another employer's stays it. */
    @Test
    void takesNothingOver() {
        register();
        EmployerId other = employers.findOrAdd("other-" + UUID.randomUUID());
        invitation = RegistrationScenario.invite(jdbc, other, true, Duration.ofHours(1));
        answer(200, "{\"client_id\":\"" + client + "\",\"" + TOOL + "\":{\"deployment_id\":\"666\"}}");

        assertThat(register().errorCode()).isEqualTo("platform_taken");
        assertThat(registered().deployments()).containsExactly("5");
    }

    /** SVC-82. */
    @Test
    void tellsTheLogNothingOfTokensAndInvitations(CapturedOutput output) {
        register();
        register();
        answer(500, "x");

        assertThat(output.getAll()).contains("invitation_invalid").doesNotContain(TOKEN, invitation);
    }

    @Test
    void isSwitchedOffAndOn() {
        register();
        var id = registrations.find(moodle.baseUrl(), client).orElseThrow();
        Map<String, String> login =
                Map.of("iss", moodle.baseUrl(), "client_id", client, "login_hint", "1", "target_link_uri", TARGET);
        assertThat(browser.post("/lti/login", login).status()).isEqualTo(302);

        registrations.switchTo(id, false);
        assertThat(browser.post("/lti/login", login).errorCode()).isEqualTo("registration_unknown");
        assertThat(registrations.registered(id)).isEmpty();
        registrations.switchTo(id, true);
        assertThat(browser.post("/lti/login", login).status()).isEqualTo(302);
    }
}
