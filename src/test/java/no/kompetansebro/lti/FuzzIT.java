package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.Test;

/** With jqwik: random logins, tokens and claims: never a failure of ours, never somebody let in (lti-requirements STD-40). */
class FuzzIT extends LaunchScenario {

    private static final int TRIES = 120;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private static final Arbitrary<String> ODD = Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(40),
            Arbitraries.strings().withCharRange((char) 0, (char) 40).ofMaxLength(20),
            Arbitraries.strings().ascii().ofMinLength(200).ofMaxLength(3000),
            Arbitraries.of(
                    "",
                    " ",
                    "null",
                    "true",
                    "-1",
                    "../../etc/passwd",
                    "${7*7}",
                    "__${7*7}__::x",
                    "' or 1=1 --",
                    "<script>alert(1)</script>",
                    "\u202Ekari",
                    "\uD800",
                    "https://lms.example/",
                    "javascript:alert(1)",
                    "{\"a\":[1]}",
                    "%00",
                    "\r\nSet-Cookie: x=1"));

    private <T> T one(Arbitrary<T> arbitrary) {
        return arbitrary.sample();
    }

    private void assertNoFailure(Answer answer, Object input) {
        assertThat(answer.status()).as("seed %s: %s", seed, input).isLessThan(500);
        assertThat(answer.body()).doesNotContain("<script>alert", "Exception");
        assertThat(answer.response().headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("x="));
    }

    @Test
    void survivesOddLogins() {
        JqwikSession.run(this::trySurvivesOddLogins);
    }

    private void trySurvivesOddLogins() {
        List<String> names = List.of(
                "iss",
                "client_id",
                "target_link_uri",
                "login_hint",
                "lti_message_hint",
                "lti_deployment_id",
                "lti_storage_target",
                "foo",
                "");
        for (int i = 0; i < TRIES; i++) {
            List<Map.Entry<String, String>> form =
                    new ArrayList<>(loginParameters().entrySet());
            String name = names.get(random.nextInt(names.size()));
            String value = one(ODD);
            form.removeIf(each -> each.getKey().equals(name));
            form.add(Map.entry(name, value));
            if (random.nextInt(4) == 0) {
                form.add(Map.entry(names.get(random.nextInt(names.size())), one(ODD)));
            }
            browser.cookies.clear();

            Answer answer = browser.post("/lti/login", form);

            assertNoFailure(answer, form);
            if (answer.status() == 302) {
                assertThat(answer.location()).startsWith(platform.issuer() + "/auth?");
            }
        }
    }

    @Test
    void acceptsNoMutationOfAGoodToken() {
        JqwikSession.run(this::tryAcceptsNoMutationOfAGoodToken);
    }

    private void tryAcceptsNoMutationOfAGoodToken() {
        for (int i = 0; i < TRIES; i++) {
            Answer login = login();
            String token = platform.sign(claims(login));
            String mutant = mutate(token);

            Answer answer = launch(login, mutant);

            assertNoFailure(answer, mutant);
            assertThat(answer.status())
                    .as("seed %s: %s", seed, mutant)
                    .isBetween(mutant.equals(token) ? 200 : 400, mutant.equals(token) ? 399 : 499);
        }
        assertAdmitted(launchWith(_ -> {}));
    }

    private String mutate(String token) {
        int at = random.nextInt(token.length());
        int to = at + random.nextInt(token.length() - at);
        String[] parts = token.split("\\.");
        String characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n";
        char other = characters.charAt(random.nextInt(characters.length()));
        return switch (random.nextInt(9)) {
            case 0 -> token.substring(0, at) + other + token.substring(at + 1);
            case 1 -> token.substring(0, at) + other + token.substring(at);
            case 2 -> token.substring(0, at) + token.substring(to);
            case 3 -> token.substring(0, to) + token.substring(at);
            case 4 -> parts[1] + "." + parts[0] + "." + parts[2];
            case 5 -> parts[0] + "." + parts[1] + "." + one(ODD);
            case 6 -> parts[0] + "." + parts[1] + ".";
            case 7 -> token.substring(0, token.length() - 1) + other;
            default -> token + one(ODD);
        };
    }

    @Test
    void survivesOddClaimsThatThePlatformSigned() {
        JqwikSession.run(this::trySurvivesOddClaimsThatThePlatformSigned);
    }

    private void trySurvivesOddClaimsThatThePlatformSigned() {
        List<String> names = Stream.concat(
                        platform.claims(CLIENT, "n", TARGET).keySet().stream(),
                        Stream.of(
                                "azp",
                                "nbf",
                                "name",
                                "given_name",
                                "email",
                                "locale",
                                CLAIM + "lis",
                                CLAIM + "context",
                                CLAIM + "custom",
                                CLAIM + "launch_presentation",
                                CLAIM + "ext",
                                CLAIM + "tool_platform",
                                CLAIM + "role_scope_mentor",
                                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                                "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                                "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"))
                .toList();
        for (int i = 0; i < 2 * TRIES; i++) {
            String name = names.get(random.nextInt(names.size()));
            Object value = json(3);

            Answer answer = launchWith(claims -> claims.put(name, value));

            assertNoFailure(answer, name + "=" + value);
            if (answer.status() == 303) {
                assertNoFailure(browser.get(answer.location()), name + "=" + value);
            }
        }
    }

    private Object json(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> one(ODD.filter(text -> !text.contains("\uD800")));
            case 1 -> one(Arbitraries.longs());
            case 2 -> one(Arbitraries.doubles());
            case 3 -> random.nextBoolean();
            case 4 -> Long.toString(random.nextLong());
            case 5 ->
                Stream.generate(() -> json(depth - 1)).limit(random.nextInt(4)).toList();
            default -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String key : List.of("id", "title", "page", "scope", "lineitems", "locale", "return_url")) {
                    if (random.nextBoolean()) {
                        object.put(key, json(depth - 1));
                    }
                }
                yield object;
            }
        };
    }

    @Test
    void survivesOddConfirmations() {
        JqwikSession.run(this::trySurvivesOddConfirmations);
    }

    private void trySurvivesOddConfirmations() {
        for (int i = 0; i < TRIES / 2; i++) {
            String form = Browser.form(List.of(Map.entry("launch", one(ODD)), Map.entry("value", one(ODD))));

            Answer answer = browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/lti/confirm"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(form)));

            assertNoFailure(answer, form);
            assertThat(answer.status()).isBetween(400, 499);
        }
    }
}
