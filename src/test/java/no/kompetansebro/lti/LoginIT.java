package no.kompetansebro.lti;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Third-party initiated login (lti-requirements A.1). */
class LoginIT extends LaunchScenario {

    @Test
    void beginsByGetAsByForm() {
        Answer byGet = browser.get(
                "/lti/login?" + Browser.form(List.copyOf(loginParameters().entrySet())));
        Answer byForm = login();

        assertThat(byGet.status()).isEqualTo(302);
        assertThat(without(byGet, "state", "nonce")).isEqualTo(without(byForm, "state", "nonce"));
    }

    private static Map<String, String> without(Answer answer, String... names) {
        Map<String, String> parameters = answer.redirectParameters();
        parameters.keySet().removeAll(Set.of(names));
        return parameters;
    }

    @Test
    void takesNoOtherMethodOrType() {
        URI uri = URI.create("http://localhost:" + port + "/lti/login");
        String form = Browser.form(List.copyOf(loginParameters().entrySet()));

        assertThat(browser.send(HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .PUT(BodyPublishers.ofString(form)))
                        .status())
                .isEqualTo(405);
        assertThat(browser.send(HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "login_hint", "target_link_uri"})
    void refusesWhatIsRequiredWhenMissingBlankOrTwice(String name) {
        assertRefused(() -> login(p -> p.remove(name)), 400, "parameter_missing");
        assertRefused(() -> login(p -> p.put(name, " ")), 400, "parameter_missing");
        List<Map.Entry<String, String>> twice =
                new ArrayList<>(loginParameters().entrySet());
        twice.add(entry(name, loginParameters().get(name)));
        assertRefused(() -> browser.post("/lti/login", twice), 400, "parameter_repeated");
        assertRefused(
                () -> browser.post("/lti/login?" + name + "=other", loginParameters()), 400, "parameter_repeated");
        assertRefused(() -> login(p -> p.put(name, "a\0b")), 400, "parameter_invalid");
    }

    @Test
    void keepsNoAttemptOfARefusedLogin() {
        long before = attempts();

        login(p -> p.remove("login_hint"));
        login(p -> p.put("target_link_uri", "https://evil.example/"));

        assertThat(attempts()).isEqualTo(before);
    }

    private long attempts() {
        return jdbc.sql("select count(*) from lti_launch_attempt")
                .query(Long.class)
                .single();
    }

    @Test
    void findsTheOnlyRegistrationOfAnIssuerWithoutAClientId() {
        assertThat(login(p -> p.remove("client_id")).redirectParameters()).containsEntry("client_id", CLIENT);
    }

    @Test
    void asksForTheClientIdWhereAnIssuerHasSeveral() {
        register(platform.registration("client-2", "1"));

        assertRefused(() -> login(p -> p.remove("client_id")), 400, "registration_ambiguous");
        assertThat(login(p -> p.put("client_id", "client-2")).redirectParameters())
                .containsEntry("client_id", "client-2");
    }

    @Test
    void comparesIssuerAndClientExactly() {
        String issuer = platform.issuer();
        for (String near : List.of(
                issuer + "/",
                issuer.replace("http", "HTTP"),
                issuer.replace("localhost", "LOCALHOST"),
                issuer.replace("localhost", "127.0.0.1"))) {
            assertRefused(() -> login(p -> p.put("iss", near)), 400, "registration_unknown");
        }
        assertRefused(() -> login(p -> p.put("client_id", "Client-1")), 400, "registration_unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cmid\":29,\"launchid\":\"ltilaunch1_135380129\"}",
                "a+b %2B & = ? # ; ,",
                "line\nline\r\n\ttab",
                "Ærlend Øy Åse Čáhci 😀",
                "",
                " blank at both ends "
            })
    void givesTheHintsBackUnaltered(String hint) {
        Map<String, String> sent = login(p -> {
                    p.put("lti_message_hint", hint);
                    p.put("login_hint", "x" + hint);
                })
                .redirectParameters();

        assertThat(sent).containsEntry("lti_message_hint", hint).containsEntry("login_hint", "x" + hint);
    }

    @Test
    void givesALongHintBackUnaltered() {
        String hint = "æ{\"%".repeat(1024);

        assertThat(login(p -> p.put("lti_message_hint", hint)).redirectParameters())
                .containsEntry("lti_message_hint", hint);
    }

    @Test
    void sendsNoMessageHintWhereThereWasNone() {
        assertThat(login(p -> p.remove("lti_message_hint")).redirectParameters())
                .doesNotContainKey("lti_message_hint");
    }

    @Test
    void asksThePlatformExactlyWhatTheSpecificationSays() {
        Answer answer = login(p -> p.put("foo", "bar"));

        assertThat(answer.location()).startsWith(platform.issuer() + "/auth?");
        assertThat(without(answer, "state", "nonce"))
                .containsOnly(
                        entry("scope", "openid"),
                        entry("response_type", "id_token"),
                        entry("response_mode", "form_post"),
                        entry("prompt", "none"),
                        entry("client_id", CLIENT),
                        entry("redirect_uri", TARGET),
                        entry("login_hint", "17"),
                        entry("lti_message_hint", "{\"cmid\":29}"));
    }

    @Test
    void keepsTheQueryOfTheRegisteredEndpoint() {
        Registration known = platform.registration(CLIENT, "1");
        register(new Registration(
                known.issuer(),
                CLIENT,
                known.deployments(),
                URI.create(platform.issuer() + "/auth?a=b"),
                known.tokenEndpoint(),
                known.jwksUri(),
                true));

        Answer answer = login();

        assertThat(answer.location()).startsWith(platform.issuer() + "/auth?a=b&scope=openid");
    }

    @Test
    void makesNewUnguessableStatesAndNonces() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Answer login = login();
            assertThat(login.state()).matches("[A-Za-z0-9_-]{43}");
            assertThat(login.nonce()).matches("[A-Za-z0-9_-]{43}");
            assertThat(seen.add(login.state()) && seen.add(login.nonce())).isTrue();
            browser.cookies.clear();
        }
    }

    @Test
    void keepsOnlyHashes() {
        Answer login = login();

        String row = jdbc.sql("select lti_launch_attempt::text from lti_launch_attempt where registration_id = :id")
                .param("id", registration.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(login.state(), login.nonce());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:8080/lti/launch",
                "http://localhost:8080.evil.example/lti/launch",
                "http://localhost:8080@evil.example/lti/launch",
                "http://user@localhost:8080/lti/launch",
                "http://LOCALHOST:8080/lti/launch",
                "http://localhost/lti/launch",
                "http://localhost:8081/lti/launch",
                "http://localhost:8080/lti/../administrasjon",
                "http://localhost:8080/lti/launch/",
                "http://localhost:8080/lti/launchx",
                "http://localhost:8080/administrasjon/koblinger",
                "http://localhost:8080/lti%2Flaunch",
                "http://localhost:8080/lti/launch#x",
                "http://localhost:8080",
                "//localhost:8080/lti/launch",
                "//evil.example",
                "/lti/launch",
                "javascript:alert(1)",
                "http://localhost:8080/lti/launch\\@evil.example",
                "not an address"
            })
    void leadsNowhereElse(String target) {
        assertRefused(() -> login(p -> p.put("target_link_uri", target)), 400, "target_link_not_ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lti/launch", "/min-kompetanse", "/min-enhet", "/planlegging", "/?from=lms"})
    void leadsToItsOwnPages(String path) {
        assertThat(login(p -> p.put("target_link_uri", "http://localhost:8080" + path))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void bindsTheBrowserByAPartitionedCookieOfTheAttemptsOwn() {
        Answer first = login();
        Answer second = login();

        assertThat(first.setCookies())
                .singleElement()
                .asString()
                .matches("__Host-lti_[0-9a-f]{12}=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; Expires=[^;]+; Secure; "
                        + "HttpOnly; Partitioned; SameSite=None");
        assertThat(name(first)).isNotEqualTo(name(second));
    }

    private static String name(Answer answer) {
        return answer.setCookies().getFirst().split("=")[0];
    }

    @Test
    void doesNotBelieveForwardedHeaders() {
        Answer answer = browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/lti/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .POST(BodyPublishers.ofString(
                        Browser.form(List.copyOf(loginParameters().entrySet())))));

        assertThat(answer.redirectParameters()).containsEntry("redirect_uri", TARGET);
    }

    @Test
    void doesNotBelieveTheHostHeader() throws IOException {
        String query = Browser.form(List.copyOf(loginParameters().entrySet()));
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET /lti/login?" + query + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Flti%2Flaunch")
                    .doesNotContain("evil");
        }
    }

    @Test
    void removesExpiredAttempts() {
        login();
        jdbc.sql("update lti_launch_attempt set expires_at = now() - interval '1 second' where registration_id = :id")
                .param("id", registration.value())
                .update();

        login();

        assertThat(jdbc.sql("select count(*) from lti_launch_attempt where registration_id = :id")
                        .param("id", registration.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isNotStoredAndTellsNoReferrer() {
        Answer login = login();

        assertThat(login.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(login.response().headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }
}
