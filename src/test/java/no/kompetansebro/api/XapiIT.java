package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements over HTTP, as Moodle's Logstore xAPI sends them, and as nobody should. */
class XapiIT extends ApiCalls {

    private static final String MOODLE = "https://moodle.example";
    private static final String COURSE = MOODLE + "/course/view.php?id=7";
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    String reader;
    UUID key;

    @BeforeEach
    void aMunicipalityWithAMoodle() {
        fjordvik = new Municipality(jdbc, transactions);
        reader = Clients.reader(fjordvik, jdbc);
        fjordvik.unit("kommune", null);
        new Catalogue()
                .course("first-aid", ValidityPolicy.FOREVER)
                .requirement("first-aid-for-all", "first-aid", Category.STATUTORY, TargetGroup.EVERYONE, 0)
                .of(fjordvik, beans);
        EmployeeId kari = fjordvik.employee("1");
        fjordvik.employment(kari, "kommune", START, null);
        fjordvik.sql(
                "insert into account_link (employer_id, link_id, issuer, subject, status, employee_id, first_seen_at, last_seen_at)"
                        + " values (:e, uuidv7(), ?, '17', 'CONFIRMED', ?, now(), now())",
                MOODLE,
                kari.value());
        fjordvik.sql(
                "insert into known_course (employer_id, issuer, course_key, item, seen_at, changed_at)"
                        + " values (:e, ?, 'course:7', 'first-aid', now(), now())",
                MOODLE);
        key = connection(fjordvik, false);
    }

    private UUID connection(Municipality of, boolean mailbox) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into xapi_connection (connection_id, employer_id, name, home_page, trusts_mailbox, secret_hash, created_by, created_at)
                values (?, ?, 'Moodle', ?, ?, sha256(convert_to('secret', 'UTF8')), 'test', now())
                """)
                .param(id)
                .param(of.id().value())
                .param(MOODLE)
                .param(mailbox)
                .update();
        return id;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/xapi" + path))
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", basic(key + ":secret"));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private Answer post(String body) {
        return call(signed("/statements").POST(BodyPublishers.ofString(body)));
    }

    private Answer put(UUID id, String body) {
        return call(signed("/statements?statementId=" + id).PUT(BodyPublishers.ofString(body)));
    }

    private static String statement(UUID id, String verb, String more) {
        return """
                {"id": "%s", "actor": {"name": "Kari Nordmann", "account": {"homePage": "%s", "name": "17"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/%s", "display": {"en": "%s"}},
                 "object": {"id": "%s", "definition": {"type": "http://id.tincanapi.com/activitytype/lms/course", "name": {"en": "First aid"}}},
                 "timestamp": "2026-03-01T10:00:00+01:00"%s}""".formatted(id, MOODLE, verb, verb, COURSE, more);
    }

    private static String voiding(UUID id, UUID target) {
        return """
                {"id": "%s", "actor": {"account": {"homePage": "%s", "name": "admin"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}}""".formatted(id, MOODLE, target);
    }

    private List<String> results() {
        return fjordvik.in(() ->
                transactions.execute(_ -> jdbc.sql("""
                select concat_ws(' ', item, achieved_on, score) from result where source like 'xapi:%' and revoked_at is null
                 order by external_id
                """).query(String.class).list()));
    }

    private String states() {
        return fjordvik.in(() ->
                transactions.execute(_ -> jdbc.sql("""
                select coalesce(string_agg(concat_ws(' ', state, withdrawal), ', ' order by external_id), '') from completion
                """).query(String.class).single()));
    }

    private String one(Municipality of, String sql) {
        return of.in(() ->
                transactions.execute(_ -> jdbc.sql(sql).query(String.class).single()));
    }

    private String status() {
        return get(reader, "/coverage?asOf=2026-06-01&employee=1")
                .body()
                .path("items")
                .get(0)
                .path("status")
                .asString();
    }

    @Test
    void countsACompletionWithinASecond() {
        assertThat(status()).isEqualTo("OVERDUE");
        UUID id = UUID.randomUUID();
        Instant before = Instant.now();

        Answer answer = post(statement(id, "completed", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get(0).asString()).isEqualTo(id.toString());
        assertThat(status()).isEqualTo("COVERED");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(answer.http().headers().firstValue("X-Experience-API-Version"))
                .hasValue("1.0.3");
    }

    @Test
    void takesAStatementThatIsPut() {
        UUID id = UUID.randomUUID();

        assertThat(put(id, statement(id, "passed", ", \"result\": {\"score\": {\"scaled\": 0.855}, \"success\": true}"))
                        .status())
                .isEqualTo(204);

        assertThat(results()).containsExactly("first-aid 2026-03-01 85.5");
    }

    @Test
    void refusesAStatementThatIsPutUnderAnotherId() {
        assertThat(put(UUID.randomUUID(), statement(UUID.randomUUID(), "passed", ""))
                        .status())
                .isEqualTo(400);
        assertThat(results()).isEmpty();
    }

    @Test
    void countsTheSameStatementOnceAndRefusesAnotherWithItsId() {
        UUID id = UUID.randomUUID();
        post(statement(id, "completed", ""));

        assertThat(post(statement(id, "completed", ", \"version\": \"1.0.0\"").replace("Kari Nordmann", "K. Nordmann"))
                        .status())
                .isEqualTo(200);
        assertThat(post(statement(id, "passed", "")).status()).isEqualTo(409);
        assertThat(results()).hasSize(1);
    }

    @Test
    void takesAllStatementsOfARequestOrNone() {
        String good = statement(UUID.randomUUID(), "completed", "");
        String bad = statement(UUID.randomUUID(), "completed", ", \"timestamp\": 5")
                .replace("\"timestamp\": \"2026-03-01T10:00:00+01:00\", ", "");

        Answer refused = post("[" + good + "," + bad + "]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("place").asString()).isEqualTo("statements[1].timestamp");
        assertThat(results()).isEmpty();
        assertThat(post("[" + good + "]").status()).isEqualTo(200);
        assertThat(results()).hasSize(1);
    }

    @Test
    void refusesAConflictTogetherWithAllElseOfTheRequest() {
        UUID id = UUID.randomUUID();
        post(statement(id, "completed", ""));

        assertThat(post("[" + statement(UUID.randomUUID(), "completed", "") + "," + statement(id, "failed", "") + "]")
                        .status())
                .isEqualTo(409);
        assertThat(results()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attempted", "experienced", "failed"})
    void acceptsOtherVerbsAndCountsNothing(String verb) {
        assertThat(post(statement(UUID.randomUUID(), verb, "")).status()).isEqualTo(200);
        assertThat(results()).isEmpty();
    }

    @Test
    void countsNoCompletionThatWasNoSuccess() {
        assertThat(post(statement(UUID.randomUUID(), "completed", ", \"result\": {\"success\": false}"))
                        .status())
                .isEqualTo(200);
        assertThat(results()).isEmpty();
    }

    @Test
    void hasAStrangerWaitAndKeepsNoName() {
        post(statement(UUID.randomUUID(), "completed", "").replace("\"17\"", "\"99\""));

        assertThat(states()).isEqualTo("WAITING");
        assertThat(one(fjordvik, "select to_jsonb(c)::text from completion c"))
                .contains("99")
                .doesNotContain("Kari");
    }

    @Test
    void marksWhatIsVoidedForHr() {
        UUID id = UUID.randomUUID();
        post(statement(id, "completed", ""));

        assertThat(post(voiding(UUID.randomUUID(), id)).status()).isEqualTo(200);

        assertThat(states()).isEqualTo("RECORDED OPEN");
        assertThat(results()).hasSize(1);
    }

    @Test
    void asksBeforeVeryManyAreVoidedAndTakesThemWhenAccepted() {
        List<UUID> ids =
                IntStream.range(0, 60).mapToObj(i -> new UUID(0x4001, i)).toList();
        post(ids.stream().map(id -> statement(id, "completed", "")).collect(Collectors.joining(",", "[", "]")));
        String voidings = ids.stream()
                .map(id -> voiding(new UUID(0x4002, id.getLeastSignificantBits()), id))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(post(voidings).status()).isEqualTo(503);
        assertThat(states()).doesNotContain("OPEN");
        assertThat(one(fjordvik, "select withdrawn::text from intake_hold")).isEqualTo("60");

        fjordvik.sql("update intake_hold set accepted_at = now()");
        assertThat(post(voidings).status()).isEqualTo(200);
        assertThat(states()).startsWith("RECORDED OPEN, RECORDED OPEN");
        assertThat(results()).hasSize(60);
    }

    @Test
    void voidsNothingOfAnotherConnection() {
        UUID id = UUID.randomUUID();
        post(statement(id, "completed", ""));
        key = connection(fjordvik, false);

        post(voiding(UUID.randomUUID(), id));

        assertThat(states()).isEqualTo("RECORDED");
    }

    /** However statements are ordered, cut up and repeated. */
    @RepeatedTest(6)
    void endsInTheSameLedgerWhateverTheOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<UUID> ids =
                IntStream.range(0, 5).mapToObj(i -> new UUID(0x4000, i)).toList();
        List<String> statements = new ArrayList<>();
        ids.forEach(id -> statements.add(statement(id, "completed", "")));
        statements.add(voiding(new UUID(0x4000, 100), ids.get(2)));
        for (int round = 0; round < 2; round++) {
            Collections.shuffle(statements, random);
            int cut = random.nextInt(statements.size() + 1);
            post("[" + String.join(",", statements.subList(0, cut)) + "]");
            post("[" + String.join(",", statements.subList(cut, statements.size())) + "]");
        }

        assertThat(states()).isEqualTo("RECORDED, RECORDED, RECORDED OPEN, RECORDED, RECORDED");
        assertThat(results()).hasSize(5);
    }

    @Test
    void knowsPeopleByMailboxOnlyWhereThePlatformIsTrusted() {
        fjordvik.sql("update employee set email = 'kari@fjordvik.example'");
        String byMail = statement(UUID.randomUUID(), "completed", "")
                .replace(
                        "\"account\": {\"homePage\": \"" + MOODLE + "\", \"name\": \"17\"}",
                        "\"mbox\": \"mailto:Kari@fjordvik.example\"");

        assertThat(post(byMail).body().path("place").asString()).isEqualTo("statement.actor.mbox");
        key = connection(fjordvik, true);
        assertThat(post(byMail).status()).isEqualTo(200);
        assertThat(results()).hasSize(1);
    }

    @Test
    void refusesAccountsOfAnotherPlatform() {
        assertThat(post(statement(UUID.randomUUID(), "completed", "")
                                .replace("\"homePage\": \"" + MOODLE, "\"homePage\": \"https://other.example"))
                        .body()
                        .path("place")
                        .asString())
                .isEqualTo("statement.actor.account.homePage");
    }

    @Test
    void countsTheDayThatItIsAtTheEmployer() {
        post(statement(UUID.randomUUID(), "completed", "")
                .replace("2026-03-01T10:00:00+01:00", "2026-02-28T23:30:00Z"));

        assertThat(results()).containsExactly("first-aid 2026-03-01");
    }

    @Test
    void refusesTheFuture() {
        assertThat(post(statement(UUID.randomUUID(), "completed", "").replace("2026-03-01", "2099-03-01"))
                        .body()
                        .path("place")
                        .asString())
                .isEqualTo("statement.timestamp");
        assertThat(states()).isEmpty();
    }

    @Test
    void letsNobodyInWithoutAKeyInUse() {
        String body = statement(UUID.randomUUID(), "completed", "");
        assertThat(call(request("/statements").POST(BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(401);
        for (String wrong : List.of(key + ":wrong", key + ":", UUID.randomUUID() + ":secret", "secret", ":", "%%%")) {
            assertThat(call(request("/statements")
                                    .header("Authorization", basic(wrong))
                                    .POST(BodyPublishers.ofString(body)))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(call(request("/statements")
                                .header("Authorization", "Bearer " + reader)
                                .POST(BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(401);
        jdbc.sql("update xapi_connection set revoked_at = now() where connection_id = ?")
                .param(key)
                .update();
        assertThat(post(body).status()).isEqualTo(401);
        jdbc.sql("update xapi_connection set revoked_at = null where connection_id = ?")
                .param(key)
                .update();
        assertThat(post(body).status()).isEqualTo(200);
    }

    @Test
    void keepsEmployersApart() {
        UUID id = UUID.randomUUID();
        post(statement(id, "completed", ""));
        Municipality fjell = new Municipality(jdbc, transactions);
        key = connection(fjell, false);

        assertThat(post(statement(id, "passed", "")).status()).isEqualTo(200);

        assertThat(results()).hasSize(1);
        assertThat(one(fjell, "select state from completion")).isEqualTo("WAITING");
    }

    @ParameterizedTest
    @CsvSource({"'',400", "0.9,400", "2.0.0,400", "1.0,200", "1.0.3,200"})
    void wantsAVersionThatItKnows(String version, int status) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/xapi/statements"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", basic(key + ":secret"))
                .POST(BodyPublishers.ofString(statement(UUID.randomUUID(), "completed", "")));

        assertThat(call(version.isEmpty() ? request : request.header("X-Experience-API-Version", version))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givesNoStatementsOutAndSaysWhatItIs() {
        assertThat(call(signed("/statements?statementId=" + UUID.randomUUID())).status())
                .isEqualTo(405);
        assertThat(call(request("/about")).body().path("version").get(0).asString())
                .isEqualTo("1.0.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"a\"",
                "{}",
                "[5]",
                "[null]",
                "[[]]",
                "{\"id\":5}",
                "{",
                "[{}]",
                "\u0000",
                "{\"a\":1,\"a\":2}",
                "{\"actor\":[],\"verb\":{},\"object\":{}}",
                "1e999999999",
                "[{\"actor\":{\"account\":5}}]"
            })
    void refusesWhatIsNoStatement(String body) {
        assertThat(post(body).status()).isEqualTo(400);
    }

    @Test
    void takesAnEmptyList() {
        assertThat(post("[]").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsTooDeepTooMuchOrTooLong() {
        assertThat(post("[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(post("{\"a\":".repeat(60) + "1" + "}".repeat(60)).status()).isEqualTo(400);
        String one =
                "{\"id\":\"00000000-0000-4000-8000-%012d\",\"actor\":{\"account\":{\"homePage\":\"h\",\"name\":\"n\"}},"
                        + "\"verb\":{\"id\":\"http://a/b\"},\"object\":{\"id\":\"http://a/c\"}}";
        assertThat(post(IntStream.range(0, 1001).mapToObj(one::formatted).collect(Collectors.joining(",", "[", "]")))
                        .status())
                .isEqualTo(400);
        assertThat(post(IntStream.range(0, 1000).mapToObj(one::formatted).collect(Collectors.joining(",", "[", "]")))
                        .status())
                .isEqualTo(200);
        assertThat(post("[" + " ".repeat(5_000_000) + "]").status()).isEqualTo(413);
    }

    @Test
    void asksAConnectionThatCallsTooOftenToWait() {
        assertThat(post("[]").status()).isEqualTo(200);

        assertThat(IntStream.range(0, 5_000)
                        .map(_ -> post("[]").status())
                        .filter(status -> status != 200)
                        .findFirst())
                .hasValue(429);
    }
}
