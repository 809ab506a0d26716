package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where an employee takes an item. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class DoorsIT {

    @Autowired
    Doors doors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    String moodle;
    UUID registration;
    EmployeeId kari;

    @BeforeEach
    void aMoodle() {
        fjordvik = new Municipality(jdbc, transactions);
        moodle = "https://moodle-" + fjordvik.id() + ".example";
        registration = platform(moodle, moodle + "/mod/lti/auth.php");
        new Catalogue().course("ETIKK", ValidityPolicy.FOREVER).of(fjordvik, beans);
        kari = fjordvik.employee("1");
    }

    @Test
    void leadToTheCourseThatCountsAsTheItem() {
        course(moodle, "course:17", "ETIKK");
        account(moodle);

        assertThat(door()).contains(URI.create(moodle + "/course/view.php?id=17"));
        assertThat(fjordvik.in(() -> doors.of(kari, new ItemCode("BRANN")))).isEmpty();
    }

    @Test
    void leadToTheCourseInWhichALinkOfOursShowsItWhereNoneCountsAsIt() {
        link("42");

        assertThat(door()).contains(URI.create(moodle + "/course/view.php?id=42"));

        course(moodle, "course:17", "ETIKK");
        assertThat(door()).contains(URI.create(moodle + "/course/view.php?id=17"));
    }

    @Test
    void leadToNoCourseWhoseIdAnotherOneHasNow() {
        course(moodle, "course:17", "ETIKK");
        course(moodle, "course:17:2", "ANNET");

        assertThat(door()).isEmpty();

        course(moodle, "course:18:3", "ETIKK");
        assertThat(door()).contains(URI.create(moodle + "/course/view.php?id=18"));
    }

    @Test
    void leadToThePlatformOfTheEmployeesAccount() {
        String other = "https://other-" + fjordvik.id() + ".example";
        platform(other, other + "/mod/lti/auth.php");
        course(moodle, "course:17", "ETIKK");
        account(other);
        assertThat(door()).isEmpty();

        course(other, "course:5", "ETIKK");
        assertThat(door()).contains(URI.create(other + "/course/view.php?id=5"));
    }

    @Test
    void areShutWhereThePlatformIsSwitchedOffNoMoodleOrAnothersOrNotOfTheWeb() {
        course(moodle, "course:17", "ETIKK");
        jdbc.sql("update lti_registration set switched_on = false where registration_id = ?")
                .param(registration)
                .update();
        assertThat(door()).isEmpty();

        String canvas = "https://canvas-" + fjordvik.id() + ".example";
        platform(canvas, canvas + "/api/lti/authorize_redirect");
        course(canvas, "course:17", "ETIKK");
        String script = "javascript:alert(1)//" + fjordvik.id();
        platform(script, script + "/mod/lti/auth.php");
        course(script, "course:17", "ETIKK");
        String anothers = "https://anothers-" + fjordvik.id() + ".example";
        course(anothers, "course:17", "ETIKK");
        assertThat(door()).isEmpty();
    }

    private Optional<URI> door() {
        return fjordvik.in(() -> doors.of(kari, new ItemCode("ETIKK")));
    }

    private UUID platform(String issuer, String logins) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into lti_registration (registration_id, issuer, client_id, authorization_endpoint, token_endpoint, jwks_uri)
                values (?, ?, 'client', ?, 'https://x.example/token', 'https://x.example/keys')
                """).param(id).param(issuer).param(logins).update();
        jdbc.sql("insert into platform (registration_id, employer_id) values (?, ?)")
                .param(id)
                .param(fjordvik.id().value())
                .update();
        return id;
    }

    private void course(String issuer, String key, String item) {
        fjordvik.sql(
                "insert into known_course (employer_id, issuer, course_key, item, seen_at, changed_at) values (:e, ?, ?, ?, now(), now())",
                issuer,
                key,
                item);
    }

    private void account(String issuer) {
        fjordvik.sql(
                "insert into account_link (employer_id, link_id, issuer, subject, employee_id, status, first_seen_at, last_seen_at)"
                        + " values (:e, ?, ?, '3', ?, 'CONFIRMED', now(), now())",
                UUID.randomUUID(),
                issuer,
                kari.value());
    }

    private void link(String context) {
        UUID course = UUID.randomUUID();
        fjordvik.sql(
                "insert into lms_course (employer_id, course_id, registration_id, deployment_id, context_id, seen_at)"
                        + " values (:e, ?, ?, '1', ?, now())",
                course,
                registration,
                context);
        fjordvik.sql(
                "insert into lms_link (employer_id, link_id, course_id, registration_id, deployment_id, resource_link_id, content,"
                        + " report, seen_at) values (:e, ?, ?, ?, '1', '9', 'item:ETIKK', false, now())",
                UUID.randomUUID(),
                course,
                registration);
    }
}
