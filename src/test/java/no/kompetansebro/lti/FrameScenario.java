package no.kompetansebro.lti;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.BeforeEach;

/** A course page of an LMS on 127.0.0.1 with the tool in a frame from localhost, which is another site. */
public abstract class FrameScenario extends LaunchScenario {

    protected String lms;
    protected List<String> roles = List.of("Learner");
    protected String idNumber = KARI;
    protected Map<String, String> loginFields = new LinkedHashMap<>();
    protected Consumer<Map<String, Object>> extraClaims = _ -> {};

    @BeforeEach
    void anLmsOnAnotherSite() {
        lms = "http://127.0.0.1:" + platform.port();
        register(new Registration(
                lms,
                CLIENT,
                Set.of("1"),
                URI.create(lms + "/auth"),
                URI.create(lms + "/token"),
                URI.create(lms + "/jwks"),
                true));
        platform.page(
                "/course",
                _ -> "<!doctype html><title>Kurs</title><iframe src='/start' width='800' height='600'></iframe>");
        loginFields.putAll(Map.of("iss", lms, "client_id", CLIENT, "target_link_uri", TARGET, "login_hint", "17"));
        platform.page("/start", _ -> form("/lti/login", loginFields));
        platform.page("/auth", this::authentication);
    }

    private String authentication(URI address) {
        Map<String, String> asked = query(address);
        Map<String, Object> claims = platform.claims(CLIENT, asked.get("nonce"), TARGET);
        claims.put("iss", lms);
        claims.put("sub", "of-" + idNumber);
        claims.put(CLAIM + "lis", Map.of("person_sourcedid", idNumber));
        claims.put(CLAIM + "roles", roles);
        extraClaims.accept(claims);
        return form("/lti/launch", Map.of("state", asked.get("state"), "id_token", platform.sign(claims)));
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    protected String form(String path, Map<String, String> fields) {
        return "<!doctype html><title>…</title><form method='post' action='http://localhost:" + port + path + "'>"
                + fields.entrySet().stream()
                        .map(f -> "<input type='hidden' name='" + f.getKey() + "' value='" + f.getValue() + "'>")
                        .collect(Collectors.joining())
                + "<button id='go'>…</button></form><script>document.forms[0].submit()</script>";
    }

    protected static Map<String, Integer> watch(Page page) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        page.onResponse(response -> note(response, steps));
        return steps;
    }

    private static void note(Response response, Map<String, Integer> steps) {
        if (response.request().isNavigationRequest()) {
            steps.put(URI.create(response.url()).getPath(), response.status());
        }
    }

    protected static void openCourse(Page page, String lms) {
        openCourse(page, lms, "/course");
    }

    protected static void openCourse(Page page, String lms, String course) {
        page.waitForResponse(
                response ->
                        response.url().contains("localhost") && response.url().endsWith("/min-kompetanse"),
                () -> page.navigate(lms + course));
        page.waitForLoadState();
    }
}
