package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A tool on a real port, a platform with real keys registered at an employer of the test's own, and an employee KARI
 * whose account the platform names by ID number.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "kompetansebro.database.directory=temporary")
public abstract class LaunchScenario {

    protected static final String CLIENT = "client-1";
    protected static final String TARGET = "http://localhost:8080/lti/launch";
    protected static final String KARI = "001042";
    protected static final String CLAIM = TestPlatform.CLAIM;

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Registrations registrations;

    @Autowired
    protected Employers employers;

    @Autowired
    protected TransactionTemplate transaction;

    protected TestPlatform platform;
    protected Browser browser;
    protected EmployerId employer;
    protected RegistrationId registration;

    @BeforeEach
    void begin() {
        platform = new TestPlatform();
        browser = new Browser(port);
        employer = employers.findOrAdd("fjord-" + UUID.randomUUID());
        registration = register(platform.registration(CLIENT, "1", "2"));
        employ(KARI, "Kari", "Moen");
    }

    @AfterEach
    void end() {
        platform.close();
    }

    /** The port, and so the issuer, may have been an earlier test's. */
    protected RegistrationId register(Registration wanted) {
        RegistrationId id = registrations.put(wanted);
        jdbc.sql("""
                insert into platform (registration_id, employer_id, account_link, trust_administrators)
                values (:id, :employer, array['idnumber'], false)
                on conflict (registration_id) do update
                   set employer_id = excluded.employer_id, account_link = excluded.account_link,
                       trust_administrators = excluded.trust_administrators
                 where platform.employer_id <> excluded.employer_id
                """)
                .param("id", id.value())
                .param("employer", employer.value())
                .update();
        return id;
    }

    protected UUID employ(String number, String givenName, String familyName) {
        UUID id = UUID.randomUUID();
        inEmployer(() -> jdbc.sql("""
                insert into employee (employer_id, employee_id, employee_no, given_name, family_name, email, username)
                values (:employer, :id, :number, :given, :family, :email, :username)
                """)
                .param("employer", employer.value())
                .param("id", id)
                .param("number", number)
                .param("given", givenName)
                .param("family", familyName)
                .param("email", givenName + "." + familyName + "@fjord.example")
                .param("username", givenName.toLowerCase(java.util.Locale.ROOT))
                .update());
        return id;
    }

    protected <T> T inEmployer(java.util.function.Supplier<T> work) {
        return EmployerScope.in(employer, () -> transaction.execute(_ -> work.get()));
    }

    protected Map<String, String> loginParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("iss", platform.issuer());
        parameters.put("client_id", CLIENT);
        parameters.put("target_link_uri", TARGET);
        parameters.put("login_hint", "17");
        parameters.put("lti_message_hint", "{\"cmid\":29}");
        return parameters;
    }

    protected Answer login() {
        Answer answer = browser.post("/lti/login", loginParameters());
        assertThat(answer.status()).isEqualTo(302);
        return answer;
    }

    protected Answer login(Consumer<Map<String, String>> change) {
        Map<String, String> parameters = loginParameters();
        change.accept(parameters);
        return browser.post("/lti/login", parameters);
    }

    /** Claims of KARI's launch, which ends on her own page. */
    protected Map<String, Object> claims(Answer login) {
        Map<String, Object> claims = platform.claims(CLIENT, login.nonce(), TARGET);
        claims.put(CLAIM + "lis", Map.of("person_sourcedid", KARI));
        claims.put("sub", "kari");
        return claims;
    }

    protected Answer launch(Answer login, String token) {
        return browser.post("/lti/launch", Map.of("state", login.state(), "id_token", token));
    }

    /** A whole launch: login, changed claims, signed by the platform's key. */
    protected Answer launchWith(Consumer<Map<String, Object>> change) {
        Answer login = login();
        Map<String, Object> claims = claims(login);
        change.accept(claims);
        return launch(login, platform.sign(claims));
    }

    /** A whole launch with a token of the test's own making. */
    protected Answer launchToken(java.util.function.Function<Map<String, Object>, String> token) {
        Answer login = login();
        return launch(login, token.apply(claims(login)));
    }

    protected void assertAdmitted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/min-kompetanse");
        assertThat(answer.setCookies()).anyMatch(c -> c.startsWith("__Host-kompetansebro="));
    }

    /** What a refusal must not change, and the one thing it does. */
    protected record Rows(long sessions, long links, long registrations, long refusals) {}

    protected Rows rows() {
        return new Rows(
                count("select count(*) from spring_session"),
                inEmployer(() -> count("select count(*) from account_link")),
                count("select count(*) from lti_registration"),
                count("select count(*) from lti_refusal"));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** The refusal is a page with the code, a row, and nothing else; and the next good launch works. */
    protected Answer assertRefused(java.util.function.Supplier<Answer> attempt, Set<Integer> statuses, String code) {
        Rows before = rows();
        Answer answer = attempt.get();
        assertThat(answer.errorCode()).as(answer.status() + " " + answer.body()).isEqualTo(code);
        assertThat(answer.status()).isIn(statuses);
        assertThat(answer.setCookies()).noneMatch(c -> c.startsWith("__Host-kompetansebro="));
        Rows after = rows();
        assertThat(after)
                .isEqualTo(new Rows(before.sessions(), before.links(), before.registrations(), before.refusals() + 1));
        assertThat(jdbc.sql("select code from lti_refusal order by refusal_id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(code);
        assertAdmitted(launchWith(_ -> {}));
        return answer;
    }

    protected Answer assertRefused(java.util.function.Supplier<Answer> attempt, int status, String code) {
        return assertRefused(attempt, Set.of(status), code);
    }

    protected static UnaryOperator<Map<String, Object>> change(Consumer<Map<String, Object>> change) {
        return claims -> {
            change.accept(claims);
            return claims;
        };
    }
}
