package no.kompetansebro.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.enrolling.EnrolmentCounts;
import no.kompetansebro.lms.enrolling.EnrolmentPreview;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.OfItem;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.Outlook;
import no.kompetansebro.lms.enrolling.EnrolmentRequestId;
import no.kompetansebro.lms.enrolling.Enrolments;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enrols three people in a course of a running Moodle, and takes them out again:
 * {@code mvn -Dexec.skip test -Dtest=EnrollingAtLabIT -Dmoodle.lab=<file of its ids and tokens>}.
 */
@EnabledIfSystemProperty(named = "moodle.lab", matches = ".+")
class EnrollingAtLabIT extends LaunchScenario {

    private static final Logger log = LoggerFactory.getLogger(EnrollingAtLabIT.class);
    private static final List<String> COURSES = List.of("FE-ARKIV", "FE-FORUM", "LS-PROVE", "FE-SPRAKB2", "FE-NY");

    @Autowired
    Connections connections;

    @Autowired
    Readings readings;

    @Autowired
    Courses courses;

    @Autowired
    EnrolmentSettings settings;

    @Autowired
    Sites sites;

    @Autowired
    Enrolments enrolments;

    private final JsonNode lab = new JsonMapper()
            .readTree(Path.of(System.getProperty("moodle.lab", "none")).toFile());

    @Test
    void enrolsThreePeopleAndSeesThem() {
        String site = lab.path("wwwroot").asString("");
        Registration plain = platform.registration("lab-" + UUID.randomUUID(), "1");
        RegistrationId vouching = register(new Registration(
                plain.issuer(),
                plain.clientId(),
                Set.of("1"),
                plain.authorizationEndpoint(),
                URI.create(site + "/mod/lti/token.php"),
                plain.jwksUri(),
                Optional.empty(),
                Set.of(),
                true));
        inEmployer(() -> jdbc.sql(
                        "insert into unit (employer_id, unit_code, name) values (current_employer(), 'HT', 'Helse')")
                .update());
        COURSES.forEach(this::item);
        lab.path("users").propertyNames().forEach(this::employee);
        ConnectionId connection = EmployerScope.in(
                employer,
                () -> connections
                        .add(new Connections.Draft(
                                URI.create(site),
                                lab.path("tokens").path("ws.kompetansesync").asString(""),
                                "none",
                                Optional.of(vouching)))
                        .orElseThrow());
        EmployerScope.in(employer, () -> readings.work(connection));
        log.info(
                "Findings: {}",
                inEmployer(() -> jdbc.sql("select code || ' ' || detail from moodle_finding")
                        .query(String.class)
                        .list()));
        Moodle moodle = EmployerScope.in(
                employer, () -> sites.open(connections.find(connection).orElseThrow()));
        List<EmployeeId> everybody =
                inEmployer(() -> jdbc.sql("select employee_id from employment order by employment_no")
                        .query((row, _) -> new EmployeeId(row.getObject(1, UUID.class)))
                        .list());

        Instant begun = Instant.now();
        EnrolmentPreview preview = EmployerScope.in(
                employer,
                () -> enrolments.preview(COURSES.stream().map(ItemCode::new).toList(), everybody));
        log.info(
                "Preview of {} people in {} ms",
                everybody.size(),
                Duration.between(begun, Instant.now()).toMillis());
        preview.items()
                .forEach(item -> log.info(
                        "{}: will be {}, is already {}, no account {} {}",
                        item.item(),
                        item.count(Outlook.WILL_BE),
                        item.count(Outlook.IS_ALREADY),
                        item.count(Outlook.NO_ACCOUNT),
                        item.hindrance()));
        OfItem chosen = preview.items().stream()
                .filter(item -> item.count(Outlook.WILL_BE) >= 3)
                .findFirst()
                .orElseThrow();
        List<ItemCode> items = List.of(chosen.item());
        Course course = EmployerScope.in(employer, () -> courses.all(connection)).stream()
                .filter(one -> one.key().equals(chosen.course().orElseThrow().key()))
                .findFirst()
                .orElseThrow();
        List<EmployeeId> three = chosen.people().stream()
                .filter(one -> one.outlook() == Outlook.WILL_BE)
                .map(one -> one.employee())
                .limit(3)
                .toList();
        assertThat(three).hasSize(3);
        List<String> users = inEmployer(() -> jdbc.sql("select employee_no from employee where employee_id = any(:ids)")
                        .param("ids", three.stream().map(EmployeeId::value).toArray(UUID[]::new))
                        .query(String.class)
                        .list())
                .stream()
                .map(number -> lab.path("users").path(number).path("id").asString(""))
                .toList();
        try {
            assertThat(requested(items, three)).isEqualTo(new EnrolmentCounts(0, 3, 0, 0, 0, 0));
            assertThat(users)
                    .allSatisfy(user -> assertThat(moodle.coursesOf(Long.parseLong(user)))
                            .anyMatch(one -> one.course().id() == course.id()));
            assertThat(requested(items, three)).isEqualTo(new EnrolmentCounts(0, 0, 3, 0, 0, 0));
            moodle.enrol(5, course.id(), users);
            log.info("Enrolled again without a word: {}", users);

            log.info("A course that is not there: {}", halt(() -> moodle.enrol(5, 999_999, users)));
            log.info("Course gone: {}", new ManualEnrolment(moodle, 5, 999_999).enrol(users));
            log.info("Role 3: {}", new ManualEnrolment(moodle, 3, course.id()).enrol(users));
            log.info(
                    "One of three is not there: {}",
                    new ManualEnrolment(moodle, 5, course.id())
                            .enrol(List.of(users.getFirst(), "999999", users.getLast())));
            log.info("Cohort that is not there: {}", new CohortEnrolment(moodle, "FINNES-IKKE").enrol(users));
            List<String> some = List.of(users.getFirst(), "999999");
            log.info("Cohort: {}", new CohortEnrolment(moodle, "NYTILSATTE").enrol(some));
            log.info("Cohort again: {}", new CohortEnrolment(moodle, "NYTILSATTE").enrol(some));
        } finally {
            users.forEach(user -> log.info(
                    "Taken out again: {}",
                    moodle.ask(
                            "enrol_manual_unenrol_users",
                            Map.of(
                                    "enrolments[0][userid]",
                                    user,
                                    "enrolments[0][courseid]",
                                    String.valueOf(course.id())))));
        }
    }

    private void item(String shortName) {
        inEmployer(() -> jdbc.sql("""
                insert into item (employer_id, code, name, kind, course_short_name, position)
                values (current_employer(), :name, '{"nb": "Kurs"}', 'COURSE', :name, 1)
                """).param("name", shortName).update());
    }

    private void employee(String number) {
        UUID id = employ(number, "Ansatt", number);
        inEmployer(() -> jdbc.sql("""
                insert into employment (employer_id, employee_id, employment_no, unit_code, position_code, valid_from)
                values (current_employer(), :id, :number, 'HT', '7451', '2020-01-01')
                """).param("id", id).param("number", number).update());
    }

    private EnrolmentCounts requested(List<ItemCode> items, List<EmployeeId> people) {
        EnrolmentRequestId id = enrolments.newId();
        Instant begun = Instant.now();
        inEmployer(() -> enrolments.request(id, items, people, "employee:test", "Prøve"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        inEmployer(() -> enrolments.counts(id)).orElseThrow().waiting() == 0);
        log.info(
                "Worked off after {} ms", Duration.between(begun, Instant.now()).toMillis());
        return inEmployer(() -> enrolments.counts(id)).orElseThrow();
    }

    private static String halt(Runnable call) {
        try {
            call.run();
            return "nothing wrong";
        } catch (Halt halt) {
            return halt.getMessage();
        }
    }
}
