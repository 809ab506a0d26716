package no.kompetansebro.moodle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.SecondInstance;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An instance is killed while it reads a Moodle and takes in statements; another goes on, and nothing is lost or double. */
class MoodleKilledIT extends MoodleScenario {

    private static final int MORE = 250;
    private static final int A_REQUEST = 100;
    private static final String HOME = "https://moodle.example";

    @Autowired
    ApplicationContext beans;

    @Autowired
    Scheduler scheduler;

    @Autowired
    ReadingRequests requests;

    private final UUID key = UUID.randomUUID();
    private final Set<Integer> answered = new ConcurrentSkipListSet<>();

    @BeforeEach
    void onlyTheSecondReads() {
        scheduler.pause();
        someHaveCompleted();
        for (int i = 0; i < MORE; i++) {
            person(1000 + i, "8" + (1000 + i));
            moodle.enrol(1000 + i, 11, Optional.of(LONG_AGO));
        }
        only(Way.PEOPLE);
        jdbc.sql("""
                insert into xapi_connection (connection_id, employer_id, name, home_page, trusts_mailbox, secret_hash, created_by, created_at)
                values (:key, :employer, 'Moodle', :home, false, sha256(convert_to('secret', 'UTF8')), 'test', now())
                """)
                .param("key", key)
                .param("employer", employer.value())
                .param("home", HOME)
                .update();
        inEmployer(() -> jdbc.sql("""
                insert into known_course (employer_id, issuer, course_key, item, seen_at, changed_at)
                values (current_employer(), :home, 'course:7', 'kurs-3', now(), now())
                """).param("home", HOME).update());
        inEmployer(() -> jdbc.sql("""
                insert into account_link (employer_id, link_id, issuer, subject, status, employee_id, first_seen_at, last_seen_at)
                select current_employer(), uuidv7(), :home, '17', 'CONFIRMED', employee_id, now(), now() from employee where employee_no = :kari
                """).param("home", HOME).param("kari", KARI).update());
    }

    @AfterEach
    void readAgain() {
        jdbc.sql("delete from scheduled_tasks where task_name = :task")
                .param("task", ReadingSchedule.TASK)
                .update();
        scheduler.resume();
    }

    @Test
    void losesNothingAndDoublesNothingWhenAnInstanceIsKilled() throws Exception {
        ConnectionId connection = connect();
        EmployerScope.in(employer, () -> {
            requests.now(connection, Instant.now());
            return true;
        });
        moodle.around = answer -> {
            SimulatedMoodle.pause(Duration.ofMillis(15));
            answer.run();
        };
        Thread sender;
        try (SecondInstance second = SecondInstance.start(beans, "--db-scheduler.polling-interval=200ms")) {
            sender = Thread.ofVirtual().start(() -> send(second));
            await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(10)).until(() -> {
                second.requireAlive();
                return calls() > 130 && answered.size() > 2;
            });
            second.kill();
        }
        sender.join();
        moodle.around = Runnable::run;
        await().atMost(20, SECONDS)
                .until(() -> jdbc.sql("select count(*) = 0 from pg_locks where locktype = 'advisory'")
                        .query(Boolean.class)
                        .single());

        assertThat(read()).as("in the middle").hasSizeBetween(1, MORE);
        assertThat(stored().keySet()).as("what was answered, is there").containsAll(answered);
        assertThat(stored().values())
                .as("a request is there wholly or not at all")
                .containsOnly((long) A_REQUEST);

        moodle.callsOf.clear();
        read(connection);
        assertThat(calls()).as("not from the beginning").isLessThan(MORE + 12 - 50);
        int last = answered.size() + 1;
        for (int request = 0; request <= last; request++) {
            assertThat(post(URI.create("http://127.0.0.1:" + port), request)).isEqualTo(200);
        }
        long statements = (last + 1L) * A_REQUEST;
        assertThat(ledger().stream()
                        .filter(line -> line.startsWith(KARI + " kurs-3"))
                        .count())
                .isEqualTo(statements);
        assertThat(read()).hasSize(expected().size() + MORE).doesNotHaveDuplicates();
        assertThat(problem(connection)).isEmpty();
    }

    /** What of the ledger was read from Moodle. */
    private List<String> read() {
        return ledger().stream().filter(line -> !line.startsWith(KARI)).toList();
    }

    private int calls() {
        return Optional.ofNullable(moodle.callsOf.get(Functions.USERS_COURSES))
                .map(AtomicInteger::get)
                .orElse(0);
    }

    /** One request after the other, until nobody answers any more. */
    private void send(SecondInstance second) {
        second.ready();
        try {
            for (int request = 0; ; request++) {
                if (post(second.uri(""), request) == 200) {
                    answered.add(request);
                }
            }
        } catch (IOException e) {
            return; // it is dead
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int post(URI instance, int request) throws IOException, InterruptedException {
        String statements = IntStream.range(0, A_REQUEST)
                .mapToObj(n -> """
                        {"id":"%s","actor":{"account":{"homePage":"%s","name":"17"}},\
                        "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"%s/course/view.php?id=7"},\
                        "timestamp":"2026-03-01T10:00:00Z"}""".formatted(new UUID(key.getMostSignificantBits(), 1000L * request + n), HOME, HOME))
                .collect(Collectors.joining(",", "[", "]"));
        String basic = Base64.getEncoder().encodeToString((key + ":secret").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(instance.resolve("/xapi/statements"))
                                .header("X-Experience-API-Version", "1.0.3")
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + basic)
                                .POST(BodyPublishers.ofString(statements))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** How many statements of which request are there. */
    private Map<Integer, Long> stored() {
        return inEmployer(() -> jdbc.sql("select external_id from completion where source like 'xapi:%'")
                        .query(String.class)
                        .list())
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.groupingBy(
                        id -> (int) (id.getLeastSignificantBits() / 1000), Collectors.counting()));
    }
}
