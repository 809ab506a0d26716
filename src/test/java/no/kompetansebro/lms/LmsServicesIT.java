package no.kompetansebro.lms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.lti.TestPlatform;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.organisation.EmployeeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rosters and grades against what Moodle 4.5 answered when it was recorded, and against what a worse LMS may answer
 * (lti-requirements SVC-11 to SVC-50, ATK-105, ATK-110).
 */
class LmsServicesIT extends LaunchScenario {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/";
    private static final String ROSTER = "/mod/lti/services.php/CourseSection/2/bindings/2/memberships";
    private static final String LINE_ITEM = "/mod/lti/services.php/12/lineitems/16/lineitem";
    private static final String LINE_ITEMS = "/mod/lti/services.php/12/lineitems";
    private static final String SCORES = LINE_ITEM + "/scores";
    private static final String RESULTS = LINE_ITEM + "/results";
    private static final String ROSTER_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private final WireMockServer moodle =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @Autowired
    Ledger ledger;

    @BeforeEach
    void aMoodle() {
        moodle.start();
        Registration plain = platform.registration(CLIENT, "1", "2");
        register(new Registration(
                plain.issuer(),
                CLIENT,
                Set.of("1", "2"),
                plain.authorizationEndpoint(),
                URI.create(moodle("/token")),
                plain.jwksUri(),
                Optional.empty(),
                Set.of(moodle("")),
                true));
        moodle.stubFor(post("/token")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody("{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(200)));
        moodle.stubFor(get(urlPathEqualTo(RESULTS)).willReturn(json("[]")));
        inEmployer(() -> jdbc.sql("""
                insert into item (employer_id, code, name, kind, position)
                values (current_employer(), 'etikk-1', '{"nb": "Etikk 1"}', 'MODULE', 1)
                """).update());
    }

    @AfterEach
    void noMoodle() {
        inEmployer(() -> jdbc.sql("delete from lms_link").update());
        inEmployer(() -> jdbc.sql("delete from lms_course").update());
        inEmployer(() -> jdbc.sql("delete from service_watch where employer_id = current_employer()")
                .update());
        moodle.stop();
    }

    private String moodle(String path) {
        return "http://127.0.0.1:" + moodle.port() + path;
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** A recorded answer, its address being this Moodle's. */
    private ResponseDefinitionBuilder recorded(String name) {
        try (InputStream file = LmsServicesIT.class.getResourceAsStream("/moodle-4.5/" + name + ".json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("http://localhost:8880", moodle(""));
            JsonNode response = JSON.readTree(text).get("response");
            ResponseDefinitionBuilder answer = aResponse()
                    .withStatus(response.get("status").intValue())
                    .withBody(response.get("body").toString());
            response.get("headers")
                    .properties()
                    .forEach(header ->
                            answer.withHeader(header.getKey(), header.getValue().stringValue()));
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void eventually(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it never happened").isBefore(end);
            pause(20);
        }
    }

    /** After this the scheduled work has looked at the employer twice, and what it found to send is sent. */
    private void afterTwoLooks() {
        for (int look = 0; look < 2; look++) {
            Instant due = nextLook();
            eventually(() -> nextLook().isAfter(due));
        }
        pause(200);
    }

    private Instant nextLook() {
        return one("select due_at from service_watch where employer_id = current_employer()", Timestamp.class)
                .toInstant();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T one(String sql, Class<T> type) {
        return inEmployer(() -> jdbc.sql(sql).query(type).single());
    }

    private long count(String sql) {
        return one("select count(*) from " + sql, Long.class);
    }

    // Launches

    private void teacherLaunches() {
        Answer answer = launchWith(claims -> {
            claims.put("sub", "10");
            claims.put(CLAIM + "lis", Map.of());
            claims.put(CLAIM + "roles", List.of(TestPlatform.MEMBERSHIP + "Instructor"));
            claims.put(CLAIM + "context", Map.of("id", "2", "title", "Etikk og dilemmatrening"));
            claims.put(
                    "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                    Map.of("context_memberships_url", moodle(ROSTER), "service_versions", List.of("1.0", "2.0")));
        });
        assertThat(answer.errorCode()).isEqualTo("account_waiting");
    }

    private void kariLaunches(String... extra) {
        Answer answer = launchWith(claims -> {
            Map<String, Object> endpoint = new HashMap<>();
            endpoint.put("scope", List.of(AGS + "scope/lineitem", AGS + "scope/result.readonly", AGS + "scope/score"));
            endpoint.put("lineitems", moodle(LINE_ITEMS + "?type_id=2"));
            endpoint.put("lineitem", moodle(LINE_ITEM + "?type_id=2"));
            List.of(extra).forEach(endpoint::remove);
            claims.put(CLAIM + "context", Map.of("id", "12"));
            claims.put(AGS + "claim/endpoint", endpoint);
            claims.put(CLAIM + "custom", Map.of("content", "item:etikk-1", "report", "yes"));
        });
        assertThat(answer.status()).isEqualTo(303);
    }

    private EmployeeId kari() {
        return new EmployeeId(one("select employee_id from employee where employee_no = '" + KARI + "'", UUID.class));
    }

    private void achieves(int score) {
        achieves("etikk-1", score);
    }

    private void achieves(String item, int score) {
        inEmployer(() -> ledger.record(new Result(
                "test",
                UUID.randomUUID().toString(),
                kari(),
                new ItemCode(item),
                java.time.LocalDate.now(java.time.ZoneId.of("Europe/Oslo")),
                Optional.of(BigDecimal.valueOf(score)))));
    }

    private List<JsonNode> scores() {
        return moodle.findAll(postRequestedFor(urlPathEqualTo(SCORES))).stream()
                .sorted(java.util.Comparator.comparing(request -> request.getLoggedDate()))
                .map(request -> JSON.readTree(request.getBodyAsString()))
                .toList();
    }

    // Rosters

    @Test
    void svc40ReadsARosterInPages() {
        employ("104221", "Per Kristian", "Aasen");
        moodle.stubFor(get(urlEqualTo(ROSTER)).willReturn(recorded("nrps-members-page1")));
        moodle.stubFor(get(urlEqualTo(ROSTER + "?limit=3&from=3")).willReturn(recorded("nrps-members-page2")));
        moodle.stubFor(get(urlEqualTo(ROSTER + "?limit=3&from=6"))
                .willReturn(json("{\"members\":[{\"user_id\":\"99\",\"roles\":[\"Learner\"]}]}")));

        teacherLaunches();

        eventually(() -> count("lms_course where roster_outcome = 'complete'") == 1);
        assertThat(count("course_member where member_until is null")).isEqualTo(7);
        assertThat(count("course_member where subject = '11' and not learner")).isEqualTo(1);
        assertThat(one("select decided_by from account_link where subject = '6'", String.class))
                .isEqualTo("attribute:idnumber");
        assertThat(one("select status || hint_idnumber from account_link where subject = '4'", String.class))
                .isEqualTo("WAITING104207");
        moodle.verify(
                1,
                getRequestedFor(urlEqualTo(ROSTER))
                        .withHeader("Accept", equalTo(ROSTER_TYPE))
                        .withHeader("Authorization", equalTo("Bearer t-1")));
    }

    @Test
    void svc40LetsTheRosterFollowALinkThatIsOpenedLater() {
        employ("104221", "Per Kristian", "Aasen");
        moodle.stubFor(get(urlEqualTo(ROSTER)).willReturn(recorded("nrps-members-page1")));
        moodle.stubFor(get(urlEqualTo(ROSTER + "?limit=3&from=3")).willReturn(recorded("nrps-members-page2")));
        moodle.stubFor(get(urlEqualTo(ROSTER + "?limit=3&from=6")).willReturn(json(members("99"))));
        teacherLaunches();
        eventually(() -> count("lms_course where roster_outcome = 'complete'") == 1);

        launchWith(claims -> {
            claims.put(CLAIM + "context", Map.of("id", "2"));
            claims.put(CLAIM + "custom", Map.of("content", "item:etikk-1", "report", "yes"));
        });

        assertThat(count("score_outbox where subject = '6'")).isEqualTo(1);
        assertThat(count("score_outbox where subject in ('4', '11', '99')"))
                .as("nobody's account, no learner")
                .isZero();
    }

    private void roster(String... subjects) {
        moodle.stubFor(get(urlEqualTo(ROSTER)).willReturn(json(members(subjects))));
    }

    private static String members(String... subjects) {
        return "{\"members\":["
                + String.join(
                        ",",
                        List.of(subjects).stream()
                                .map(subject -> "{\"user_id\":\"" + subject + "\",\"roles\":[\"Learner\"]}")
                                .toList())
                + "]}";
    }

    private void readAgain(boolean force) {
        Instant before = Instant.now();
        inEmployer(() -> {
            CourseLists lists = new CourseLists(
                    jdbc, java.time.Clock.systemUTC(), new ServiceWatch(jdbc, java.time.Clock.systemUTC()));
            lists.read(
                    jdbc.sql("select course_id from lms_course")
                            .query(UUID.class)
                            .single(),
                    force);
            return true;
        });
        eventually(() -> count("lms_course where roster_due_at is null and roster_read_at > '" + before + "'") == 1);
    }

    private List<String> members() {
        return inEmployer(
                () -> jdbc.sql("select subject from course_member where member_until is null order by subject")
                        .query(String.class)
                        .list());
    }

    private void aCourseOf(String... subjects) {
        roster(subjects);
        teacherLaunches();
        eventually(() -> count("lms_course where roster_outcome = 'complete'") == 1);
    }

    @Test
    void svc44TakesNoNameThatNobodyHas() {
        String member = "{\"user_id\":\"%s\",\"roles\":[\"Learner\"],\"name\":\"%s\"}";
        moodle.stubFor(get(urlEqualTo(ROSTER))
                .willReturn(json("{\"members\":[" + member.formatted("a", "x".repeat(256)) + ","
                        + member.formatted("b", "Ola Nes") + "]}")));
        teacherLaunches();
        eventually(() -> count("lms_course where roster_outcome = 'complete'") == 1);

        assertThat(count("account_link where subject = 'a' and hint_name is null"))
                .isEqualTo(1);
        assertThat(count("account_link where subject = 'b' and hint_name = 'Ola Nes'"))
                .isEqualTo(1);
    }

    @Test
    void svc47EndsWhoIsMissingFromACompleteRosterAndKeepsTheirHistory() {
        aCourseOf("a", "b");
        roster("b");

        readAgain(false);

        assertThat(members()).containsExactly("b");
        assertThat(count("course_member where subject = 'a' and member_until is not null"))
                .isEqualTo(1);
        assertThat(count("account_link where subject = 'a'")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/next",
                "http://127.0.0.1:1/next",
                ROSTER,
                ROSTER + "?page=broken",
                "?page=html",
                "%zz"
            })
    void svc15EndsNobodyByAnIncompleteRoster(String next) {
        aCourseOf("a", "b", "c");
        moodle.stubFor(get(urlEqualTo(ROSTER))
                .willReturn(json(members("c", "d")).withHeader("Link", "<" + next + ">; rel=\"next\"")));
        moodle.stubFor(
                get(urlEqualTo(ROSTER + "?page=broken")).willReturn(aResponse().withStatus(404)));
        moodle.stubFor(get(urlEqualTo(ROSTER + "?page=html"))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Log in</html>")));

        readAgain(false);

        assertThat(members()).containsExactly("a", "b", "c", "d");
        assertThat(one("select roster_outcome from lms_course", String.class)).isNotEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Log in</html>",
                "",
                "[]",
                "{}",
                "{\"members\":{}}",
                "{\"members\":null}",
                "{\"members\":[",
                "7"
            })
    void svc16TakesNothingElseForARoster(String body) {
        aCourseOf("a");
        moodle.stubFor(
                get(urlEqualTo(ROSTER)).willReturn(aResponse().withStatus(200).withBody(body)));

        readAgain(false);

        assertThat(members()).containsExactly("a");
        assertThat(one("select roster_outcome from lms_course", String.class)).isEqualTo("unreadable");
    }

    @Test
    void svc48AsksAPersonBeforeItEndsMany() {
        String[] many = IntStream.range(0, 30).mapToObj(i -> "m" + i).toArray(String[]::new);
        aCourseOf(many);
        roster();

        readAgain(false);
        assertThat(members()).hasSize(30);
        assertThat(one("select roster_outcome from lms_course", String.class)).isEqualTo("too_many_would_end");

        readAgain(true);
        assertThat(members()).isEmpty();
    }

    @Test
    void svc44TakesOnlyActiveMembersWithASubject() {
        moodle.stubFor(get(urlEqualTo(ROSTER)).willReturn(json("""
                {"members": [
                  {"user_id": "active", "roles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"], "status": "Active"},
                  {"user_id": "unsaid", "roles": ["Learner"]},
                  {"user_id": "unsaid", "roles": ["Instructor"]},
                  {"user_id": "inactive", "roles": [], "status": "Inactive"},
                  {"user_id": "deleted", "roles": [], "status": "Deleted"},
                  {"user_id": "unknown", "roles": [], "status": "Other"},
                  {"user_id": 7, "roles": []}, {"user_id": "", "roles": []}, {"roles": []}, {"user_id": "nul\\u0000"}, 7, null,
                  {"user_id": "noroles", "roles": "Learner", "name": "O&#039;Brien &amp; co"}
                ]}""")));
        teacherLaunches();
        eventually(() -> count("lms_course where roster_outcome = 'complete'") == 1);

        assertThat(members()).containsExactly("active", "noroles", "unsaid");
        assertThat(one("select hint_name from account_link where subject = 'noroles'", String.class))
                .isEqualTo("O'Brien & co");
    }

    // Scores

    @Test
    void svc33SendsProgressAsAFinalScoreOnce() {
        kariLaunches();
        afterTwoLooks();
        assertThat(scores()).isEmpty();

        Instant before = Instant.now();
        achieves(85);

        eventually(() -> scores().size() == 1);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
        JsonNode score = scores().getFirst();
        assertThat(score.get("userId").stringValue()).isEqualTo("kari");
        assertThat(score.get("scoreGiven").intValue()).isEqualTo(85);
        assertThat(score.get("scoreMaximum").intValue()).isEqualTo(100);
        assertThat(score.get("activityProgress").stringValue()).isEqualTo("InProgress");
        assertThat(score.get("gradingProgress").stringValue()).isEqualTo("FullyGraded");
        assertThat(score.get("timestamp").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        moodle.verify(postRequestedFor(urlEqualTo(SCORES + "?type_id=2"))
                .withHeader("Content-Type", equalTo("application/vnd.ims.lis.v1.score+json")));

        kariLaunches();
        inEmployer(() -> jdbc.sql("update score_outbox set stale = true").update());
        afterTwoLooks();
        assertThat(scores()).hasSize(1);
    }

    @Test
    void svc27SendsEachChangeWithALaterSecond() {
        kariLaunches();
        achieves(10);
        eventually(() -> scores().size() == 1);
        achieves(20);
        eventually(() -> scores().size() == 2);
        achieves(100);
        eventually(() -> scores().size() == 3);

        List<Instant> times = scores().stream()
                .map(score -> Instant.parse(score.get("timestamp").stringValue()))
                .toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(scores().getLast().get("activityProgress").stringValue()).isEqualTo("Completed");
    }

    @Test
    void svc27SeesWhatAnImportBrings() {
        kariLaunches();
        inEmployer(() -> jdbc.sql("""
                insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)
                values (current_employer(), 'file', '1', :kari, 'etikk-1', date '2026-01-01', now())
                """).param("kari", kari().value()).update());

        eventually(() -> scores().size() == 1);
        assertThat(scores().getFirst().get("scoreGiven").intValue()).isEqualTo(100);
    }

    @Test
    void svc11TriesAgainAndHonoursRetryAfter() {
        moodle.stubFor(post(urlPathEqualTo(SCORES))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "120"))
                .willSetStateTo("free"));
        kariLaunches();
        achieves(60);
        eventually(() -> count("score_outbox where problem = 'unavailable'"
                        + " and due_at > now() + interval '100 seconds' and due_at <= now() + interval '120 seconds'")
                == 1);
        afterTwoLooks();
        assertThat(scores()).hasSize(1);

        dueAgain("attempts = attempts");

        eventually(() -> scores().size() == 2);
        assertThat(scores().get(1)).isEqualTo(scores().get(0));
        eventually(() -> count("score_outbox where sent = 60 and state = 'IDLE'") == 1);
    }

    /** An LMS that is down for a weekend; whoever has finished by then gets no other score later. */
    @Test
    void svc11GivesUpNoScoreHoweverLongTheLmsIsDown() {
        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(503)));
        kariLaunches();
        achieves(60);
        eventually(() -> count("score_outbox where problem = 'unavailable'") == 1);
        dueAgain("attempts = 1000");
        eventually(() -> count("score_outbox where attempts > 1000 and due_at > now() + interval '10 minutes'"
                        + " and due_at <= now() + interval '1 hour'")
                == 1);
        assertThat(count("score_outbox where state = 'WAITING'")).isEqualTo(1);

        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(200)));
        dueAgain("attempts = 1001");

        eventually(() -> count("score_outbox where sent = 60 and state = 'IDLE'") == 1);
    }

    private void dueAgain(String change) {
        inEmployer(() ->
                jdbc.sql("update score_outbox set due_at = now(), " + change).update());
    }

    @Test
    void svc28StandsATimeThatNoDatabaseKeeps() {
        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(409)));
        moodle.stubFor(get(urlPathEqualTo(RESULTS))
                .willReturn(json("[{\"userId\":\"kari\",\"resultScore\":1,\"resultMaximum\":100,"
                        + "\"timestamp\":\"+999999999-01-01T00:00:00Z\"}]")));
        kariLaunches("lineitems");
        inEmployer(() -> jdbc.sql("update lms_link set results_due_at = null").update());
        achieves(60);

        eventually(() -> count("score_outbox where problem = 'conflict'") == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void svc32StopsWhereTheLmsRefusesForGoodUntilTheNextLaunch(int status) {
        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(status)));
        kariLaunches();
        achieves(60);
        eventually(() -> count("lms_link where problem is not null") == 1);
        afterTwoLooks();
        assertThat(scores()).hasSize(1);

        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(200)));
        kariLaunches();

        eventually(() -> count("score_outbox where sent = 60") == 1);
        assertThat(count("lms_link where problem is not null")).isZero();
    }

    @Test
    void svc32SkipsWhomTheLmsDoesNotGrade() {
        moodle.stubFor(post(urlPathEqualTo(SCORES))
                .willReturn(aResponse().withStatus(400).withBody("[]")));
        kariLaunches();
        achieves(60);

        eventually(() -> count("score_outbox where state = 'STOPPED' and problem = 'person_refused'") == 1);
        assertThat(count("lms_link where problem is not null")).isZero();
        afterTwoLooks();
        assertThat(scores()).hasSize(1);
    }

    @Test
    void svc28TakesAConflictWithItsOwnScoreForDelivered() {
        moodle.stubFor(post(urlPathEqualTo(SCORES)).willReturn(aResponse().withStatus(409)));
        moodle.stubFor(get(urlPathEqualTo(RESULTS))
                .willReturn(json("[{\"userId\":\"kari\",\"resultScore\":6,\"resultMaximum\":10}]")));
        kariLaunches();
        achieves(60);

        eventually(() -> count("score_outbox where sent = 60 and state = 'IDLE'") == 1);
        assertThat(scores()).hasSize(1);
    }

    @Test
    void svc28AnswersANewerScoreWithALaterTime() {
        Instant ahead = Instant.now().plusSeconds(4);
        moodle.stubFor(post(urlPathEqualTo(SCORES))
                .inScenario("newer")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(409))
                .willSetStateTo("older"));
        moodle.stubFor(get(urlPathEqualTo(RESULTS))
                .willReturn(json("[{\"userId\":\"kari\",\"resultScore\":1," + "\"resultMaximum\":100,\"timestamp\":\""
                        + ahead + "\"}]")));
        kariLaunches("lineitems");
        inEmployer(() -> jdbc.sql("update lms_link set results_due_at = null").update());
        achieves(60);

        eventually(() -> count("score_outbox where sent = 60") == 1);
        assertThat(Instant.parse(scores().get(1).get("timestamp").stringValue()))
                .isAfter(ahead.minusSeconds(1));
    }

    @Test
    void svc29SendsTheSameAgainAfterAKill() {
        kariLaunches();
        achieves(60);
        eventually(() -> count("score_outbox where sent = 60") == 1);
        JsonNode first = scores().getFirst();

        inEmployer(() -> jdbc.sql("update score_outbox set sent = null, state = 'WAITING', due_at = now()")
                .update());
        inEmployer(() -> jdbc.sql("update service_watch set due_at = now() where employer_id = current_employer()")
                .update());

        eventually(() -> scores().size() == 2);
        assertThat(scores().get(1)).isEqualTo(first);
    }

    @Test
    void svc29SendsNothingForAnAccountThatIsNoLongerTheEmployees() {
        kariLaunches();
        inEmployer(() -> jdbc.sql("update account_link set status = 'WAITING', employee_id = null")
                .update());
        achieves(60);

        afterTwoLooks();
        assertThat(scores()).isEmpty();
    }

    @Test
    void svc25FindsTheColumnAfterACrashAndMakesNoSecondOne() {
        String id = moodle(LINE_ITEM + "?type_id=2");
        moodle.stubFor(get(urlPathEqualTo(LINE_ITEMS))
                .inScenario("crash")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json("[]")));
        moodle.stubFor(post(urlPathEqualTo(LINE_ITEMS))
                .inScenario("crash")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("made"));
        moodle.stubFor(
                get(urlPathEqualTo(LINE_ITEMS))
                        .inScenario("crash")
                        .whenScenarioStateIs("made")
                        .willReturn(
                                json(
                                        "[{\"id\":\"" + id + "\",\"label\":\"x\",\"scoreMaximum\":100,"
                                                + "\"resourceId\":\"item:etikk-1\",\"tag\":\"kompetansebro\",\"resourceLinkId\":\"link-1\"}]")));
        kariLaunches("lineitem");
        eventually(() ->
                moodle.findAll(postRequestedFor(urlPathEqualTo(LINE_ITEMS))).size() == 1);
        eventually(() -> count("lms_link where problem = 'unavailable'") == 1);
        inEmployer(() -> jdbc.sql("update lms_link set column_due_at = now()").update());
        achieves(60);

        eventually(() -> count("score_outbox where sent = 60") == 1);
        assertThat(moodle.findAll(postRequestedFor(urlPathEqualTo(LINE_ITEMS)))).hasSize(1);
        moodle.verify(getRequestedFor(urlEqualTo(LINE_ITEMS + "?type_id=2&resource_id=item%3Aetikk-1")));
    }

    @Test
    void svc30TakesInWhatIsGivenInTheLms() {
        moodle.stubFor(get(urlPathEqualTo(RESULTS)).willReturn(json("""
                [{"userId": "kari", "resultScore": 40, "resultMaximum": 50, "timestamp": "2026-11-01T21:11:55+01:00"},
                 {"userId": "nobody", "resultScore": 50, "resultMaximum": 50, "timestamp": "2026-11-01T21:11:55+01:00"},
                 {"userId": "empty"}, {"resultScore": 1}, {"userId": "odd", "resultScore": "x"}, null]""")));
        kariLaunches();

        eventually(() -> count("result where source like 'lms:%'") == 1);
        assertThat(one("select score::text || achieved_on from result", String.class))
                .isEqualTo("802026-11-01");
        afterTwoLooks();
        assertThat(scores()).isEmpty();
    }

    @Test
    void svc30TakesItsOwnScoreForNoNews() {
        kariLaunches();
        achieves(60);
        eventually(() -> count("score_outbox where sent = 60") == 1);
        moodle.stubFor(get(urlPathEqualTo(RESULTS))
                .willReturn(json("[{\"userId\":\"kari\",\"resultScore\":60,\"resultMaximum\":100}]")));
        inEmployer(() -> jdbc.sql("update lms_link set results_due_at = now(), results_read_at = null")
                .update());

        eventually(() -> count("lms_link where results_read_at is not null and results_due_at is null") == 1);
        assertThat(count("result where source like 'lms:%'")).isZero();
    }

    /** The link's item becomes a programme of two parts. */
    private void aProgramme() {
        inEmployer(() -> {
            jdbc.sql("""
                    insert into item (employer_id, code, name, kind, position)
                    values (current_employer(), 'del-1', '"Del 1"', 'MODULE', 90),
                           (current_employer(), 'del-2', '"Del 2"', 'MODULE', 91)
                    """).update();
            jdbc.sql("update item set kind = 'PROGRAMME' where code = 'etikk-1'")
                    .update();
            return jdbc.sql("""
                    insert into programme_part (employer_id, programme, place, part)
                    values (current_employer(), 'etikk-1', 1, 'del-1'), (current_employer(), 'etikk-1', 2, 'del-2')
                    """).update();
        });
    }

    @Test
    void svc33SendsHowManyPartsOfAProgrammeAreDoneAndTakesLessThanAllForNoCompletion() {
        aProgramme();
        kariLaunches();
        achieves("del-2", 40);
        eventually(() -> scores().size() == 1);
        assertThat(scores().getFirst().get("scoreGiven").intValue()).isEqualTo(50);
        moodle.stubFor(get(urlPathEqualTo(RESULTS))
                .willReturn(json("[{\"userId\":\"kari\",\"resultScore\":51,\"resultMaximum\":100}]")));
        inEmployer(() -> jdbc.sql("update lms_link set results_due_at = now(), results_read_at = null")
                .update());
        eventually(() -> count("lms_link where results_read_at is not null and results_due_at is null") == 1);
        assertThat(count("result where item = 'etikk-1'")).isZero();

        achieves("del-1", 40);

        eventually(() -> scores().size() == 2);
        assertThat(scores().getLast().get("scoreGiven").intValue()).isEqualTo(100);
    }

    @Test
    void svc30TakesAZeroForNoCompletion() {
        moodle.stubFor(get(urlPathEqualTo(RESULTS))
                .willReturn(json("[{\"userId\":\"kari\",\"resultScore\":0,\"resultMaximum\":100}]")));
        kariLaunches();

        eventually(() -> count("lms_link where results_outcome = 'complete'") == 1);
        assertThat(count("result")).isZero();
    }

    @Test
    void showsAnAdministratorHowItGoes() {
        jdbc.sql("update platform set trust_administrators = true where registration_id = :id")
                .param("id", registration.value())
                .update();
        aCourseOf("a", "b");
        launchWith(claims -> {
            claims.put("sub", "admin");
            claims.put(CLAIM + "lis", Map.of());
            claims.put(CLAIM + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"));
        });

        assertThat(browser.get("/administrasjon/kurs").body())
                .contains("Etikk og dilemmatrening", "Deltakere: 2.", "Hele listen kom.");
        launchWith(_ -> {});
        assertThat(browser.get("/administrasjon/kurs").status()).isEqualTo(403);
    }
}
