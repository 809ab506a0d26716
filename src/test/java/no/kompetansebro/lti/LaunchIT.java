package no.kompetansebro.lti;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The authentication response: state, browser, session (lti-requirements A.2 and C.3). */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class LaunchIT extends LaunchScenario {

    private static final String SESSION = "__Host-kompetansebro";

    @Test
    void takesOnlyAFormPost() {
        Answer login = login();
        String token = platform.sign(claims(login));
        String form = Browser.form(List.of(entry("state", login.state()), entry("id_token", token)));
        URI uri = URI.create("http://localhost:" + port + "/lti/launch");

        assertThat(browser.get("/lti/launch?" + form).status()).isEqualTo(405);
        assertThat(browser.send(HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(415);
        assertRefused(() -> browser.post("/lti/launch?" + form, Map.of("foo", "bar")), 400, "parameter_invalid");
        assertAdmitted(launch(login, token));
    }

    @Test
    void takesEachParameterOnce() {
        Answer login = login();
        String good = platform.sign(claims(login));

        for (List<String> tokens : List.of(List.of(good, "bad"), List.of("bad", good), List.of(good, good))) {
            List<Map.Entry<String, String>> form = List.of(
                    entry("state", login.state()),
                    entry("id_token", tokens.getFirst()),
                    entry("id_token", tokens.getLast()));
            assertRefused(() -> browser.post("/lti/launch", form), 400, "parameter_repeated");
        }
        assertRefused(() -> browser.post("/lti/launch", Map.of("id_token", good)), 400, "parameter_missing");
        assertRefused(() -> browser.post("/lti/launch", Map.of("state", login.state())), 400, "parameter_missing");
        assertAdmitted(launch(login, good));
    }

    @Test
    void showsAPlatformsErrorAndForgetsTheState() {
        Answer login = login();
        Map<String, String> error = Map.of(
                "state", login.state(), "error", "login_required", "error_description", "<script>alert(1)</script>");

        Answer answer = assertRefused(() -> browser.post("/lti/launch", error), 400, "platform_error");

        assertThat(answer.body()).doesNotContain("alert(1)");
        assertRefused(() -> launch(login, platform.sign(claims(login))), 401, "state_unknown");
    }

    @Test
    void usesEachStateOnce() {
        Answer login = login();
        String token = platform.sign(claims(login));
        assertAdmitted(launch(login, token));

        assertRefused(() -> launch(login, token), 401, "state_unknown");
        assertRefused(() -> launch(login(), token), 401, "nonce_mismatch");
    }

    @Test
    void refusesAStateItNeverMade() {
        Answer login = login();
        String token = platform.sign(claims(login));

        assertRefused(
                () -> browser.post("/lti/launch", Map.of("state", "made-up", "id_token", token)), 401, "state_unknown");
    }

    @Test
    void refusesALoginThatTookTooLong() {
        assertRefused(
                () -> {
                    Answer login = login();
                    jdbc.sql("update lti_launch_attempt set expires_at = now() where registration_id = :id")
                            .param("id", registration.value())
                            .update();
                    return launch(login, platform.sign(claims(login)));
                },
                401,
                "state_unknown");
    }

    @Test
    void refusesAnotherBrowser() {
        assertRefused(
                () -> {
                    Answer login = login();
                    return new Browser(port)
                            .post(
                                    "/lti/launch",
                                    Map.of("state", login.state(), "id_token", platform.sign(claims(login))));
                },
                401,
                "browser_mismatch");
    }

    @Test
    void refusesTheCookieOfAnotherAttempt() {
        Answer mine = login();
        Answer theirs = login();
        List<String> names = browser.cookies.keySet().stream()
                .filter(name -> name.startsWith("__Host-lti_"))
                .toList();
        browser.cookies.put(names.getFirst(), browser.cookies.get(names.getLast()));

        assertThat(launch(mine, platform.sign(claims(mine))).errorCode()).isEqualTo("browser_mismatch");
        assertAdmitted(launch(theirs, platform.sign(claims(theirs))));
    }

    @Test
    void letsOneOfManyEqualLaunchesIn() throws Exception {
        Answer login = login();
        String token = platform.sign(claims(login));
        Map<String, String> cookies = Map.copyOf(browser.cookies);
        Callable<Integer> post = () -> {
            Browser same = new Browser(port);
            same.cookies.putAll(cookies);
            return same.post("/lti/launch", Map.of("state", login.state(), "id_token", token))
                    .status();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> post).toList());
            List<Integer> statuses = answers.stream().map(Future::resultNow).toList();

            assertThat(statuses).containsOnlyOnce(303).allMatch(status -> status == 303 || status == 401);
        }
    }

    @Test
    void refusesATokenOfAnotherPlatformWithThisPlatformsState() {
        try (TestPlatform other = new TestPlatform()) {
            register(other.registration(CLIENT, "1"));
            assertRefused(
                    () -> {
                        Answer login = login();
                        Map<String, Object> claims = claims(login);
                        claims.put("iss", other.issuer());
                        return launch(login, other.sign(claims));
                    },
                    401,
                    "issuer_mismatch");
        }
    }

    @Test
    void refusesANonceOfAnotherLoginThatIsUnderWay() {
        Answer other = login();

        assertRefused(() -> launchWith(claims -> claims.put("nonce", other.nonce())), 401, "nonce_mismatch");
        assertRefused(() -> launchWith(claims -> claims.remove("nonce")), 401, "nonce_mismatch");
    }

    @Test
    void refusesAnotherDeploymentThanTheLoginsOne() {
        assertRefused(
                () -> {
                    Answer login = login(p -> p.put("lti_deployment_id", "2"));
                    return launch(login, platform.sign(claims(login)));
                },
                400,
                "deployment_mismatch");
        Answer login = login(p -> p.put("lti_deployment_id", "1"));
        assertAdmitted(launch(login, platform.sign(claims(login))));
    }

    @Test
    void refusesAnotherTargetLinkThanTheLoginsOne() {
        String other = "http://localhost:8080/planlegging";
        assertRefused(
                () -> launchWith(claims -> claims.put(CLAIM + "target_link_uri", other)), 400, "target_link_mismatch");
        assertRefused(
                () -> launchWith(claims -> claims.remove(CLAIM + "target_link_uri")), 400, "target_link_mismatch");
    }

    @Test
    void beginsANewSessionAndEndsTheOldOne() {
        assertAdmitted(launchWith(_ -> {}));
        String old = browser.cookies.get(SESSION);
        assertThat(browser.get("/min-kompetanse").status()).isNotEqualTo(401);

        assertAdmitted(launchWith(_ -> {}));

        assertThat(browser.cookies.get(SESSION)).isNotEqualTo(old);
        Browser withOld = new Browser(port);
        withOld.cookies.put(SESSION, old);
        assertThat(withOld.get("/min-kompetanse").status()).isEqualTo(401);
    }

    @Test
    void takesNoSessionIdThatWasPutBefore() {
        browser.cookies.put(SESSION, "Zml4YXRlZC1zZXNzaW9uLWlk");

        assertAdmitted(launchWith(_ -> {}));

        assertThat(browser.cookies.get(SESSION)).isNotEqualTo("Zml4YXRlZC1zZXNzaW9uLWlk");
    }

    @Test
    void replacesTheSessionOfAnotherPerson() {
        employ("002000", "Ola", "Nes");
        assertAdmitted(launchWith(_ -> {}));

        assertAdmitted(launchWith(claims -> {
            claims.put("sub", "ola");
            claims.put(CLAIM + "lis", Map.of("person_sourcedid", "002000"));
        }));

        Set<String> names =
                Set.copyOf(jdbc.sql("select principal_name from spring_session where principal_name in (:names)")
                        .param(
                                "names",
                                inEmployer(() -> jdbc.sql("select 'employee:' || employee_id from employee")
                                        .query(String.class)
                                        .list()))
                        .query(String.class)
                        .list());
        String ola = inEmployer(
                () -> jdbc.sql("select 'employee:' || employee_id from employee where employee_no = '002000'")
                        .query(String.class)
                        .single());
        assertThat(names).containsExactly(ola);
    }

    @Test
    void letsSeveralTabsLaunchAtOnce() {
        Answer first = login();
        Answer second = login();
        Answer third = login();

        assertAdmitted(launch(second, platform.sign(claims(second))));
        assertAdmitted(launch(first, platform.sign(claims(first))));
        assertAdmitted(launch(third, platform.sign(claims(third))));
        assertThat(browser.cookies.keySet()).noneMatch(name -> name.startsWith("__Host-lti_"));
    }

    @Test
    void tellsTheLogNothingAboutPeopleOrTokens(CapturedOutput output) {
        String name = "Sigrunn Navnløs";
        Answer login = login();
        Map<String, Object> claims = claims(login);
        claims.put("name", name);
        claims.put("sub", "subject-4711");
        claims.put(CLAIM + "version", "2");
        String token = platform.sign(claims);

        Answer answer = launch(login, token);

        assertThat(answer.errorCode()).isEqualTo("lti_version");
        assertThat(output.getOut()
                        .lines()
                        .filter(line -> line.contains("code=lti_version registration=" + registration.value())))
                .hasSize(1);
        assertThat(output.getOut()).doesNotContain(name, "subject-4711", token.substring(0, 30), login.state());
    }

    @Test
    void isNeitherStoredNorFramedByOthers() {
        Answer answer = launchWith(claims -> claims.remove(CLAIM + "roles"));

        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(answer.response().headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(answer.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .endsWith("frame-ancestors 'self' " + platform.issuer());
    }

    @Test
    void letsOnlyTheLaunchingPlatformFrameThePagesAfterwards() {
        assertAdmitted(launchWith(_ -> {}));

        assertThat(browser.get("/min-kompetanse")
                        .response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .endsWith("frame-ancestors 'self' " + platform.issuer());
    }

    @Test
    void speaksTheLanguageOfTheLaunch() {
        assertAdmitted(launchWith(claims -> claims.put(CLAIM + "launch_presentation", Map.of("locale", "nn-NO"))));

        assertThat(browser.get("/finnes-ikke").body()).contains("lang=\"nn\"");
    }
}
