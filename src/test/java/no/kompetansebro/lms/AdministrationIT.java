package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.lti.Browser;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.LaunchScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's pages: account links and grants. */
class AdministrationIT extends LaunchScenario {

    private static final String LINKS = "/administrasjon/koblinger";
    private static final String GRANTS = "/administrasjon/tilganger";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Browser administrator;

    @BeforeEach
    void anAdministratorOfTheLms() {
        jdbc.sql("update platform set trust_administrators = true where registration_id = :id")
                .param("id", registration.value())
                .update();
        Browser before = browser;
        administrator = new Browser(port);
        browser = administrator;
        assertThat(launchAs("admin", "", "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator")
                        .status())
                .isEqualTo(303);
        browser = before;
    }

    private Answer launchAs(String subject, String idNumber, String role) {
        return launchWith(claims -> {
            claims.put("sub", subject);
            claims.put("name", "Navn " + subject);
            claims.put(CLAIM + "lis", Map.of("person_sourcedid", idNumber));
            claims.put(CLAIM + "roles", List.of(role));
        });
    }

    private UUID waiting(String subject) {
        launchAs(subject, "999", "Learner");
        return link(subject);
    }

    private UUID link(String subject) {
        return inEmployer(() -> jdbc.sql("select link_id from account_link where subject = :subject")
                .param("subject", subject)
                .query(UUID.class)
                .single());
    }

    private Answer post(Browser who, String page, String path, Map<String, String> form) {
        Matcher token = CSRF.matcher(who.get(page).body());
        assertThat(token.find()).isTrue();
        Map<String, String> all = new java.util.LinkedHashMap<>(form);
        all.put("_csrf", token.group(1));
        return who.post(path, all);
    }

    private String decisions(UUID link) {
        return inEmployer(
                () -> jdbc.sql("""
                select coalesce(string_agg(status || ' by ' || split_part(decided_by, ':', 1), ', ' order by decision_id), '')
                  from account_link_decision where link_id = :link
                """).param("link", link).query(String.class).single());
    }

    @Test
    void showsWhoWaitsWithWhatTheLmsSaid() {
        UUID link = waiting("17");

        assertThat(administrator.get(LINKS).body())
                .contains("Navn 17", "999", link.toString().substring(28), platform.issuer())
                .doesNotContain("??");
    }

    @Test
    void letsTheEmployeeInOnceConfirmed() {
        UUID link = waiting("17");

        Answer confirmed = post(administrator, LINKS, LINKS + "/" + link + "/bekreft", Map.of("ansattnummer", KARI));

        assertThat(confirmed.location()).isEqualTo(LINKS + "?utfall=confirmed");
        assertThat(administrator.get(confirmed.location()).body())
                .contains("Koblingen er bekreftet", KARI + " Kari Moen");
        assertAdmitted(launchAs("17", "999", "Learner"));
        assertThat(decisions(link)).isEqualTo("CONFIRMED by account");
    }

    @Test
    void keepsARejectedAccountOut() {
        UUID link = waiting("17");

        post(administrator, LINKS, LINKS + "/" + link + "/avvis", Map.of());

        assertThat(launchAs("17", KARI, "Learner").errorCode()).isEqualTo("account_rejected");
        assertThat(decisions(link)).isEqualTo("REJECTED by account");
    }

    @Test
    void undoesALinkAndSignsOutWhoCameInByIt() {
        assertAdmitted(launchAs("17", KARI, "Learner"));
        assertThat(browser.get("/finnes-ikke").status()).isEqualTo(404);
        UUID link = link("17");

        post(administrator, LINKS, LINKS + "/" + link + "/angre", Map.of());

        assertThat(browser.get("/finnes-ikke").status()).isEqualTo(401);
        assertThat(launchAs("17", KARI, "Learner").errorCode()).isEqualTo("account_waiting");
        assertThat(decisions(link)).isEqualTo("CONFIRMED by attribute, WAITING by account");
    }

    @Test
    void signsOutWhoseConfirmedAccountIsRejected() {
        assertAdmitted(launchAs("17", KARI, "Learner"));
        UUID link = link("17");

        post(administrator, LINKS, LINKS + "/" + link + "/avvis", Map.of());

        assertThat(browser.get("/finnes-ikke").status()).isEqualTo(401);
        assertThat(decisions(link)).isEqualTo("CONFIRMED by attribute, REJECTED by account");
    }

    @Test
    void letsNoEmployeeUndoTheLinkThatTheyCameInBy() {
        post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "ADMINISTRATOR"));
        assertAdmitted(launchAs("17", KARI, "Learner"));
        UUID own = link("17");

        Answer answer = post(browser, LINKS, LINKS + "/" + own + "/angre", Map.of());

        assertThat(answer.location()).endsWith("own_account");
        assertThat(decisions(own)).isEqualTo("CONFIRMED by attribute");
    }

    @Test
    void changesNothingForAnUnknownEmployee() {
        UUID link = waiting("17");

        Answer answer = post(administrator, LINKS, LINKS + "/" + link + "/bekreft", Map.of("ansattnummer", "0"));

        assertThat(answer.location()).endsWith("employee_unknown");
        assertThat(decisions(link)).isEmpty();
    }

    @Test
    void changesNothingOfAnotherEmployersLink() {
        Answer answer =
                post(administrator, LINKS, LINKS + "/" + UUID.randomUUID() + "/bekreft", Map.of("ansattnummer", KARI));

        assertThat(answer.location()).endsWith("nothing_changed");
    }

    @Test
    void letsNobodyDecideAboutTheirOwnAccount() {
        UUID own = link("admin");

        Answer answer = post(administrator, LINKS, LINKS + "/" + own + "/bekreft", Map.of("ansattnummer", KARI));

        assertThat(answer.location()).endsWith("own_account");
        assertThat(decisions(own)).isEmpty();
    }

    @Test
    void findsEmployeesByNumberAndName() {
        assertThat(administrator.get(LINKS + "?sok=moen").body()).contains(KARI);
        assertThat(administrator.get(LINKS + "?sok=" + KARI).body()).contains("Kari Moen");
        assertThat(administrator.get(LINKS + "?sok=%25").body()).doesNotContain("Kari Moen");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINKS, GRANTS})
    void isOnlyForAdministrators(String page) {
        assertThat(administrator.get(page).status()).isEqualTo(200);
        assertThat(browser.get(page).status()).isEqualTo(401);
        assertAdmitted(launchAs("17", KARI, "Administrator"));

        assertThat(browser.get(page).status()).isEqualTo(403);
    }

    @Test
    void takesNoPostWithoutItsToken() {
        UUID link = waiting("17");

        assertThat(administrator
                        .post(LINKS + "/" + link + "/bekreft", Map.of("ansattnummer", KARI))
                        .status())
                .isEqualTo(403);
        assertThat(decisions(link)).isEmpty();
    }

    private String grants() {
        return inEmployer(() -> jdbc.sql("""
                select coalesce(string_agg(kind || ' ' || coalesce(unit_code, '-') || ' ' || (valid_until is not null) || ' '
                                           || split_part(granted_by, ':', 1) || ' '
                                           || coalesce(split_part(ended_by, ':', 1), '-'), ', ' order by grant_id), '')
                  from access_grant
                """).query(String.class).single());
    }

    @Test
    void givesAndEndsRights() {
        Answer given = post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "HR"));
        assertThat(given.location()).endsWith("given");
        assertThat(grants()).isEqualTo("HR - false account -");
        assertThat(administrator.get(GRANTS).body())
                .contains("Kari Moen", "Hele virksomheten")
                .doesNotContain("??");
        UUID grant = inEmployer(() ->
                jdbc.sql("select grant_id from access_grant").query(UUID.class).single());

        Answer ended = post(administrator, GRANTS, GRANTS + "/" + grant + "/avslutt", Map.of());

        assertThat(ended.location()).endsWith("ended");
        assertThat(grants()).isEqualTo("HR - true account account");
    }

    @Test
    void givesARightOnce() {
        post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "HR"));

        assertThat(post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "HR"))
                        .location())
                .endsWith("nothing_changed");
    }

    @Test
    void letsNobodyGiveThemselvesARight() {
        post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "ADMINISTRATOR"));
        assertAdmitted(launchAs("17", KARI, "Learner"));

        Answer answer = post(browser, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "HR"));

        assertThat(answer.location()).endsWith("oneself");
        assertThat(grants()).isEqualTo("ADMINISTRATOR - false account -");
    }

    @Test
    void givesNoRightToAnUnknownUnitOrOfAnUnknownKind() {
        assertThat(post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "HR", "enhet", "x"))
                        .location())
                .endsWith("unit_unknown");
        assertThat(post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "ROOT"))
                        .status())
                .isEqualTo(400);
    }
}
