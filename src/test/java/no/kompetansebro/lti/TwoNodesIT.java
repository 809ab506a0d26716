package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.kompetansebro.Kompetansebro;
import no.kompetansebro.lti.Browser.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the tool on one database (lti-requirements D.2; ATK-041, CORE-30). */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"kompetansebro.database.directory=temporary", TwoNodesIT.SECRET})
class TwoNodesIT extends LaunchScenario {

    static final String SECRET = "kompetansebro.lti.key-secret=0123456789abcdef0123456789abcdef";

    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void startTheOther(@Autowired ApplicationContext first) {
        JdbcConnectionDetails application = first.getBean(JdbcConnectionDetails.class);
        FlywayConnectionDetails owner = first.getBean(FlywayConnectionDetails.class);
        other = new SpringApplicationBuilder(Kompetansebro.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + application.getJdbcUrl(),
                        "--spring.datasource.username=" + application.getUsername(),
                        "--spring.datasource.password=",
                        "--spring.flyway.url=" + owner.getJdbcUrl(),
                        "--spring.flyway.user=" + owner.getUsername(),
                        "--spring.flyway.password=",
                        "--kompetansebro.lti.requests-per-minute=60",
                        "--" + SECRET);
    }

    @AfterAll
    static void stopTheOther() {
        other.close();
    }

    private Browser onTheOther() {
        Browser there = new Browser(Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port")));
        there.cookies.putAll(browser.cookies);
        return there;
    }

    @Test
    void letOneOfTwentyEqualLaunchesIn() throws Exception {
        Answer login = login();
        String token = platform.sign(claims(login));
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Browser there = i % 2 == 0 ? onTheOther() : new Browser(port);
            there.cookies.putAll(browser.cookies);
            posts.add(() -> there.post("/lti/launch", Map.of("state", login.state(), "id_token", token))
                    .status());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    threads.invokeAll(posts).stream().map(Future::resultNow).toList();

            assertThat(statuses).containsOnlyOnce(303).allMatch(status -> status == 303 || status == 401);
        }
    }

    @Test
    void launchOnOneWhatBeganOnTheOtherAndKnowItsSession() {
        Answer login = login();
        Browser there = onTheOther();

        Answer launched =
                there.post("/lti/launch", Map.of("state", login.state(), "id_token", platform.sign(claims(login))));

        assertThat(launched.status()).isEqualTo(303);
        browser.cookies.putAll(there.cookies);
        assertThat(browser.get("/min-kompetanse").status()).isEqualTo(200);
    }

    @Test
    void refuseAFloodFromOneAddressWithAPage() {
        Browser there = onTheOther();
        Answer last = fromOneAddress(there, "/lti/login");
        for (int i = 0; i < 80 && last.status() != 429; i++) {
            last = fromOneAddress(there, "/lti/login");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.errorCode()).isEqualTo("too_many_requests");
        assertThat(last.response().headers().firstValue("Retry-After")).contains("60");
        assertThat(fromOneAddress(there, "/lti/register").status())
                .as("a guesser of invitations is bounded too")
                .isEqualTo(429);
        assertThat(there.get("/lti/login").status()).as("another address").isEqualTo(400);
    }

    private Answer fromOneAddress(Browser there, String path) {
        int second = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
        return there.send(HttpRequest.newBuilder(URI.create("http://localhost:" + second + path))
                .header("X-Forwarded-For", "203.0.113.7"));
    }
}
