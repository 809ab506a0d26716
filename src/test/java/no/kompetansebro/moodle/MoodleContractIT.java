package no.kompetansebro.moodle;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lms.spi.EnrolmentAnswer;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.outbound.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our reading of what Moodle 4.5 answered when it was recorded. */
class MoodleContractIT extends LaunchScenario {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MoodleCalls calls;

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private Moodle moodle;

    @BeforeEach
    void aSite() {
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.port());
        moodle = new Moodle(new Site(new ConnectionId(UUID.randomUUID()), address, "t0ken", Reach.PRIVATE_TOO), calls);
    }

    @AfterEach
    void noSite() {
        server.stop();
    }

    private static JsonNode recording(String name) {
        try (InputStream file = MoodleContractIT.class.getResourceAsStream("/moodle-4.5/ws/" + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private void answers(JsonNode recording) {
        answers(recording.get("response").toString());
    }

    private void answers(String body) {
        server.stubFor(post(urlPathEqualTo("/webservice/rest/server.php"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    @Test
    void asksAsRecorded() {
        answers(recording("core_user_get_users_by_field.idnumber"));
        List<Moodle.User> users = moodle.users("idnumber", List.of("104200", "104207"));
        assertThat(users).extracting(Moodle.User::id).containsExactly(3L, 4L);
        assertThat(users).extracting(Moodle.User::idNumber).containsExactly("104200", "104207");
        assertThat(users.getFirst().lastAccess()).contains(Instant.ofEpochSecond(1795291071));
        server.verify(postRequestedFor(urlPathEqualTo("/webservice/rest/server.php"))
                .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                .withFormParam("wstoken", equalTo("t0ken"))
                .withFormParam("wsfunction", equalTo("core_user_get_users_by_field"))
                .withFormParam("moodlewsrestformat", equalTo("json"))
                .withFormParam("field", equalTo("idnumber"))
                .withFormParam("values[0]", equalTo("104200"))
                .withFormParam("values[1]", equalTo("104207")));
        assertThat(moodle.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core_reportbuilder_retrieve_report", "core_reportbuilder_retrieve_report.since"})
    void readsTheReport(String name) {
        ReportPage page = ReportPage.read(recording(name).get("response"));
        assertThat(page.rows()).hasSize(5);
        assertThat(page.rows())
                .contains(new ReportPage.Row(
                        "104214", "KOMP-LS-ETIKK", "LS-ETIKK", Optional.of(Instant.parse("2026-11-21T19:56:00Z"))));
        assertThat(page.total()).isEqualTo(name.endsWith("since") ? 92 : 342);
    }

    @Test
    void readsTheCoursesOfAUser() {
        answers(recording("core_enrol_get_users_courses"));
        List<Moodle.UsersCourse> courses = moodle.coursesOf(3);
        assertThat(courses)
                .filteredOn(one -> one.completed().equals(Optional.of(true)))
                .extracting(one -> one.course().idNumber())
                .contains("KOMP-FE-SPRAKB2", "KOMP-FE-FORSTEHJELP", "KOMP-FE-INFOSIK")
                .doesNotContain("KOMP-FE-NY");
        assertThat(courses)
                .filteredOn(one -> one.course().shortName().equals("FE-FORUM"))
                .allMatch(one -> one.course().untrackable().equals("no_criteria"));
    }

    @Test
    void takesTheLatestCriterionForTheTime() {
        answers(recording("core_completion_get_course_completion_status.done"));
        assertThat(moodle.completedAt(5, 2, Instant.EPOCH)).contains(Instant.ofEpochSecond(1795291016));
        answers(recording("core_completion_get_course_completion_status.half-way"));
        assertThat(moodle.completedAt(5, 2, Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completion-disabled",
                "no-criteria",
                "not-enrolled",
                "suspended-enrolment",
                "teacher",
                "no-such-user",
                "no-such-course"
            })
    void takesNoStatementForNoStatement(String name) {
        answers(recording("core_completion_get_course_completion_status." + name));
        assertThatThrownBy(() -> moodle.completedAt(5, 2, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Halt.class,
                        halt -> assertThat(Moodle.isNothingSaid(halt)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "invalid token, TOKEN_INVALID, invalidtoken",
        "function that exists but is not in the service, NOT_ALLOWED, accessexception",
        "capability missing: course completion of another user, NOT_ALLOWED, requireloginerror",
        "capability missing: enrolled users, NOT_ALLOWED, errorcoursecontextnotvalid",
        "capability missing: report, NOT_ALLOWED, errorreportview",
        "capability missing: cohort, NOT_ALLOWED, nopermissions",
        "wrong type, FAULT, invalidparameter",
        "without moodlewsrestformat (XML is the default), UNREADABLE, ''"
    })
    void tellsErrorsByTheirCode(String name, Trouble trouble, String code) {
        JsonNode response = recording("errors").get(name).get("response");
        answers(response.isString() ? response.asString() : response.toString());
        assertThatThrownBy(() -> moodle.ask("any", Map.of())).isInstanceOfSatisfying(Halt.class, halt -> {
            assertThat(halt.trouble()).isEqualTo(trouble);
            assertThat(halt.errorCode()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"a\":", "", "{} trailing", "\"text\""})
    void doesNotReadWhatIsNoWholeJson(String body) {
        answers(body);
        assertThatThrownBy(() -> moodle.ask("any", Map.of()))
                .isInstanceOfSatisfying(
                        Halt.class, halt -> assertThat(halt.trouble()).isEqualTo(Trouble.UNREADABLE));
    }

    @Test
    void readsTextsWithoutEntities() {
        answers(
                "{\"courses\":[{\"id\":5,\"shortname\":\"R&amp;D\",\"fullname\":\"0&ndash;100\",\"enablecompletion\":0}]}");
        Course course = moodle.courses().getFirst();
        assertThat(course.shortName()).isEqualTo("R&D");
        assertThat(course.title()).isEqualTo("0–100");
        assertThat(course.untrackable()).isEqualTo("off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lørdag 21. november 2026, 19:56",
                "Friday, 21 November 2026, 7:56 PM",
                "Saturday, 31 November 2026, 7:56 PM",
                "21/11/26, 19:56",
                ""
            })
    void doesNotGuessTimes(String text) {
        assertThatThrownBy(() -> ReportPage.moment(text)).isInstanceOf(Halt.class);
    }

    @Test
    void readsTimesOfDayInEnglish() {
        assertThat(ReportPage.moment("Sunday, 1 March 2026, 12:05 AM")).isEqualTo("2026-03-01T00:05:00Z");
        assertThat(ReportPage.moment("Sunday, 01 March 2026, 07:05 PM")).isEqualTo("2026-03-01T19:05:00Z");
    }

    @Test
    void enrolsAsRecorded() {
        answers(recording("enrol_manual_enrol_users"));
        assertThat(new ManualEnrolment(moodle, 5, 2).enrol(List.of("14")))
                .containsExactly(Map.entry("14", new EnrolmentAnswer.Enrolled()));
        server.verify(postRequestedFor(urlPathEqualTo("/webservice/rest/server.php"))
                .withFormParam("wsfunction", equalTo("enrol_manual_enrol_users"))
                .withFormParam("enrolments[0][roleid]", equalTo("5"))
                .withFormParam("enrolments[0][userid]", equalTo("14"))
                .withFormParam("enrolments[0][courseid]", equalTo("2")));
    }

    @ParameterizedTest
    @CsvSource({"no-such-user, account_gone, ''", "role-not-allowed, role_refused, 3"})
    void saysWhyMoodleDoesNotEnrol(String name, String code, String detail) {
        answers(recording("enrol_manual_enrol_users." + name));
        assertThat(new ManualEnrolment(moodle, 3, 2).enrol(List.of("14")))
                .containsExactly(Map.entry("14", new EnrolmentAnswer.Refused(EnrolmentTrouble.lasting(code, detail))));
    }

    @Test
    void readsTheWarningsOfACohort() {
        answers(recording("core_cohort_add_cohort_members"));
        assertThat(new CohortEnrolment(moodle, "NYTILSATTE").enrol(List.of("14")))
                .containsExactly(Map.entry("14", new EnrolmentAnswer.Enrolled()));
        answers("""
                {"warnings":[{"warningcode":"3","message":"record already exists: cohort(idnumber=id=15) id=14)"},
                             {"warningcode":"2","message":"user id=99 not exists"}]}""");
        assertThat(new CohortEnrolment(moodle, "id=15)").enrol(List.of("14", "15", "99")))
                .containsOnly(
                        Map.entry("14", new EnrolmentAnswer.Already()),
                        Map.entry("15", new EnrolmentAnswer.Enrolled()),
                        Map.entry("99", new EnrolmentAnswer.Refused(EnrolmentTrouble.lasting("account_gone", ""))));
        answers(recording("core_cohort_add_cohort_members.again-and-unknown"));
        assertThat(new CohortEnrolment(moodle, "NYTILSATTE")
                        .enrol(List.of("14"))
                        .get("14"))
                .isInstanceOf(EnrolmentAnswer.Refused.class);
    }
}
