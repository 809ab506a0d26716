package no.kompetansebro.demo;

import static no.kompetansebro.lms.Receipt.ITEM_UNKNOWN;
import static no.kompetansebro.lms.Receipt.KNOWN;
import static no.kompetansebro.lms.Receipt.PERSON_UNKNOWN;
import static no.kompetansebro.lms.Receipt.PLATFORM_UNKNOWN;
import static no.kompetansebro.lms.Receipt.RECORDED;
import static no.kompetansebro.lms.Receipt.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.lms.Completion;
import no.kompetansebro.lms.Intake;
import no.kompetansebro.lms.Receipt;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the intake takes from a platform, and what it says no to. */
@DemoTest
class IntakeIT {

    private static final String VILDE = "vilde-at-the-lms";
    private static final String SECURITY = "FL-001";
    private static final Optional<BigDecimal> PASSED = Optional.of(BigDecimal.valueOf(90));

    @Autowired
    Intake intake;

    @Autowired
    Employers employers;

    @Autowired
    Employees employees;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private RegistrationId registration;
    private String issuer;

    @BeforeEach
    void aLinkedAccount() {
        registration = new RegistrationId(
                jdbc.sql("select registration_id from lti_registration where client_id = 'kompetansebro-demo'")
                        .query(UUID.class)
                        .single());
        issuer = jdbc.sql("select issuer from lti_registration where client_id = 'kompetansebro-demo'")
                .query(String.class)
                .single();
        var fjellmo = employers.find(Fjellmo.CODE).orElseThrow();
        EmployerScope.in(
                fjellmo,
                () -> transaction.execute(_ -> jdbc.sql("""
                insert into account_link (employer_id, link_id, registration_id, issuer, subject, employee_id, status,
                                          first_seen_at, last_seen_at)
                values (:employer, uuidv7(), :registration, :issuer, :subject, :employee, 'CONFIRMED', now(), now())
                on conflict (employer_id, issuer, subject) do nothing
                """)
                        .param("employer", fjellmo.value())
                        .param("registration", registration.value())
                        .param("issuer", issuer)
                        .param("subject", VILDE)
                        .param(
                                "employee",
                                employees
                                        .find(new EmployeeNumber("1030"))
                                        .orElseThrow()
                                        .id()
                                        .value())
                        .update()));
    }

    @Test
    void recordsACompletionOnce() {
        String id = UUID.randomUUID().toString();

        assertThat(completed(VILDE, SECURITY, Instant.now(), PASSED, id)).isEqualTo(RECORDED);
        assertThat(completed(VILDE, SECURITY, Instant.now(), PASSED, id)).isEqualTo(KNOWN);
    }

    @Test
    void knowsNeitherStrangersNorOtherItems() {
        assertThat(completed("somebody", SECURITY, Instant.now(), PASSED, "a")).isEqualTo(PERSON_UNKNOWN);
        assertThat(completed(VILDE, "OTHER-1", Instant.now(), PASSED, "b")).isEqualTo(ITEM_UNKNOWN);
    }

    @Test
    void refusesTomorrowAndScoresThatAreNone() {
        assertThat(completed(VILDE, SECURITY, Instant.now().plusSeconds(90_000), PASSED, "c"))
                .isEqualTo(REFUSED);
        assertThat(completed(VILDE, SECURITY, Instant.now(), Optional.of(BigDecimal.valueOf(101)), "d"))
                .isEqualTo(REFUSED);
    }

    @Test
    void doesNotKnowAnotherRegistration() {
        registration = new RegistrationId(UUID.randomUUID());

        assertThat(completed(VILDE, SECURITY, Instant.now(), PASSED, "e")).isEqualTo(PLATFORM_UNKNOWN);
    }

    private Receipt completed(String subject, String item, Instant when, Optional<BigDecimal> score, String id) {
        return intake.completed(new Completion(registration, issuer, subject, item, when, score, id));
    }
}
