package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
        Answer given = post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "ADMINISTRATOR"));
        assertThat(given.location()).endsWith("given");
        assertThat(grants()).isEqualTo("ADMINISTRATOR - false account -");
        assertThat(administrator.get(GRANTS).body())
                .contains("Kari Moen", "Hele virksomheten")
                .doesNotContain("??");
        UUID grant = inEmployer(() ->
                jdbc.sql("select grant_id from access_grant").query(UUID.class).single());

        Answer ended = post(administrator, GRANTS, GRANTS + "/" + grant + "/avslutt", Map.of());

        assertThat(ended.location()).endsWith("ended");
        assertThat(grants()).isEqualTo("ADMINISTRATOR - true account account");
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

    /** Kari is appointed while nobody else is, and comes in by her ID number. */
    private Browser appointed() {
        assertThat(post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "ADMINISTRATOR"))
                        .location())
                .endsWith("given");
        assertAdmitted(launchAs("kari", KARI, "Learner"));
        Browser kari = browser;
        browser = new Browser(port);
        return kari;
    }

    private int planning(Browser who) {
        return who.get("/planlegging").status();
    }

    private UUID grant(String kind) {
        return inEmployer(() -> jdbc.sql("select grant_id from access_grant where kind = :kind")
                .param("kind", kind)
                .query(UUID.class)
                .single());
    }

    @Test
    void letsAnLmsAdministratorOnlyProposeRightsOnceSomebodyIsAppointed() {
        Browser kari = appointed();
        employ("002000", "Ola", "Nes");
        assertThat(post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", "002000", "rett", "HR"))
                        .location())
                .endsWith("waits");
        assertAdmitted(launchAs("ola", "002000", "Learner"));
        assertThat(planning(browser)).isEqualTo(403);
        String path = GRANTS + "/" + grant("HR") + "/bekreft";
        assertThat(post(administrator, GRANTS, path, Map.of()).location()).endsWith("needs_appointed");
        assertThat(planning(browser)).isEqualTo(403);

        assertThat(post(kari, GRANTS, path, Map.of()).location()).endsWith("=confirmed");

        assertThat(planning(browser)).isEqualTo(200);
        assertThat(post(kari, GRANTS, path, Map.of()).location()).endsWith("nothing_changed");
    }

    @Test
    void letsAnAppointedAdministratorGiveRightsAlone() {
        Browser kari = appointed();
        employ("002000", "Ola", "Nes");
        assertAdmitted(launchAs("ola", "002000", "Learner"));

        assertThat(post(kari, GRANTS, GRANTS, Map.of("ansattnummer", "002000", "rett", "HR"))
                        .location())
                .endsWith("given");

        assertThat(planning(browser)).isEqualTo(200);
    }

    @Test
    void givesHrNoRightBeforeSomebodyIsAppointed() {
        assertThat(post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "HR"))
                        .location())
                .endsWith("waits");

        assertAdmitted(launchAs("kari", KARI, "Learner"));
        assertThat(planning(browser)).isEqualTo(403);
    }

    @Test
    void leavesTheAppointedToTheAppointed() {
        Browser kari = appointed();
        UUID own = link("kari");

        assertThat(post(administrator, LINKS, LINKS + "/" + own + "/angre", Map.of())
                        .location())
                .endsWith("needs_appointed");
        assertThat(post(administrator, LINKS, LINKS + "/" + own + "/avvis", Map.of())
                        .location())
                .endsWith("needs_appointed");
        assertThat(post(administrator, GRANTS, GRANTS + "/" + grant("ADMINISTRATOR") + "/avslutt", Map.of())
                        .location())
                .endsWith("needs_appointed");
        assertThat(kari.get(GRANTS).status()).isEqualTo(200);
    }

    @Test
    void givesALinkThatOnlyTheLmsVouchesForNoMoreThanTheOwnPage() {
        Browser kari = appointed();
        employ("002000", "Ola", "Nes");
        post(kari, GRANTS, GRANTS, Map.of("ansattnummer", "002000", "rett", "HR"));
        UUID link = waiting("impostor");

        Answer confirmed =
                post(administrator, LINKS, LINKS + "/" + link + "/bekreft", Map.of("ansattnummer", "002000"));

        assertThat(confirmed.location()).endsWith("confirmed_without_rights");
        assertAdmitted(launchAs("impostor", "999", "Learner"));
        assertThat(browser.get("/min-kompetanse").status()).isEqualTo(200);
        assertThat(planning(browser)).isEqualTo(403);
        assertThat(post(administrator, LINKS, LINKS + "/" + link + "/bekreft", Map.of("ansattnummer", "002000"))
                        .location())
                .endsWith("nothing_changed");
        assertThat(post(kari, LINKS, LINKS + "/" + link + "/bekreft", Map.of("ansattnummer", "002000"))
                        .location())
                .endsWith("=confirmed");
        assertThat(browser.get("/min-kompetanse").status()).isEqualTo(401);
        launchAs("impostor", "999", "Learner");
        assertThat(planning(browser)).isEqualTo(200);
    }

    /** An LMS's administrator frees an employee's account and gives another one the same ID number. */
    @Test
    void linksNobodyByAnAttributeToWhomeverHadAnAccountBefore() {
        Browser kari = appointed();
        employ("002000", "Ola", "Nes");
        post(kari, GRANTS, GRANTS, Map.of("ansattnummer", "002000", "rett", "HR"));
        assertAdmitted(launchAs("ola", "002000", "Learner"));
        post(administrator, LINKS, LINKS + "/" + link("ola") + "/angre", Map.of());

        assertThat(launchAs("impostor", "002000", "Learner").errorCode()).isEqualTo("account_waiting");
    }

    @Test
    void endsTheLmsWordAfterTwoHoursAndAnIdleHalfHour() {
        assertThat(administrator.get(LINKS).status()).isEqualTo(200);
        assertThat(jdbc.sql("""
                        select max_inactive_interval from spring_session where principal_name = 'account:' || :link
                        """)
                        .param("link", link("admin").toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1800);
        no.kompetansebro.organisation.access.Visitor visitor =
                no.kompetansebro.organisation.access.Visitor.administrator(employer, java.time.Instant.EPOCH);
        assertThat(visitor.isTrustedAdministrator(java.time.Instant.EPOCH)).isFalse();
        assertThat(visitor.isTrustedAdministrator(java.time.Instant.EPOCH.minusSeconds(1)))
                .isTrue();
        assertThat(visitor.isCurrent(java.time.Instant.EPOCH)).isFalse();
    }

    @Test
    void suggestsWhoItMayBeAndWhyButNobodyByNameAlone() {
        employ("002000", "Ola", "Nes");
        launchWith(claims -> {
            claims.put("sub", "17");
            claims.put("name", "ola nes");
            claims.put("email", "Kari.Moen@fjord.example");
            claims.put(CLAIM + "lis", Map.of("person_sourcedid", ""));
        });

        String page = administrator.get(LINKS).body();

        assertThat(page).contains("001042 Kari Moen", "e-post stemmer", "Bekreft 001042");
        assertThat(page).contains("002000 Ola Nes", "navn stemmer", "Bare navnet stemmer");
        assertThat(page).doesNotContain("Bekreft 002000", "??");
    }

    @Test
    void keepsWhoDecidedWhenAndWhyAndUndoesIt() {
        UUID link = waiting("17");
        post(
                administrator,
                LINKS,
                LINKS + "/" + link + "/bekreft",
                Map.of("ansattnummer", KARI, "grunn", "Ringte Kari"));
        post(administrator, LINKS, LINKS + "/" + link + "/angre", Map.of("grunn", "Feil Kari"));
        post(administrator, LINKS, LINKS + "/" + link + "/avvis", Map.of("grunn", "<b>Vikar</b>"));

        assertThat(decisions(link)).isEqualTo("CONFIRMED by account, WAITING by account, REJECTED by account");
        assertThat(administrator.get(LINKS).body())
                .contains("Ringte Kari", "Feil Kari", "&lt;b&gt;Vikar&lt;/b&gt;", "Historikk (3)")
                .containsPattern("\\d\\d\\.\\d\\d\\.20\\d\\d \\d\\d:\\d\\d")
                .doesNotContain("??");
    }

    @Test
    void saysWhoDecidedByNameAndNotByKey() {
        post(administrator, LINKS, LINKS + "/" + waiting("17") + "/bekreft", Map.of("ansattnummer", KARI));
        employ("002000", "Ola", "Nes");
        assertAdmitted(launchAs("18", "002000", "Learner"));
        post(administrator, GRANTS, GRANTS, Map.of("ansattnummer", KARI, "rett", "ADMINISTRATOR"));
        String lms = "administrator, konto " + link("admin").toString().substring(28) + " i "
                + URI.create(platform.issuer()).getAuthority();

        assertThat(administrator.get(LINKS).body())
                .contains(lms, "Av seg selv, ID-nummer")
                .doesNotContain("account:", "attribute:", "??");
        assertThat(administrator.get(GRANTS).body()).contains(lms).doesNotContain("account:", "??");
    }

    @Test
    void tellsWhenTheLmsCallsALinkedAccountSomebodyElses() {
        employ("002000", "Ola", "Nes");
        assertAdmitted(launchAs("17", KARI, "Learner"));
        assertAdmitted(launchAs("17", "002000", "Learner"));
        assertThat(administrator.get(LINKS).body())
                .contains("Læringsplattformen sier nå at kontoen er 002000, Ola Nes.");

        assertThat(post(administrator, LINKS, LINKS + "/" + link("17") + "/behold", Map.of())
                        .location())
                .endsWith("kept");

        assertAdmitted(launchAs("17", "002000", "Learner"));
        assertThat(administrator.get(LINKS).body()).doesNotContain("sier nå at");
    }

    @Test
    void searchesForWhateverIsTyped() {
        for (String odd : List.of("%01%02", "%1B%5B31m", "%E2%80%AE", "%0D%0A", "%27%3B--", "%5C", "%F0%9F%98%80")) {
            assertThat(administrator.get(LINKS + "?sok=" + odd).status()).isEqualTo(200);
            assertThat(administrator.get(GRANTS + "?sok=" + odd).status()).isEqualTo(200);
        }
        for (String page : List.of(LINKS + "?sok=a%00b", GRANTS + "?sok=%00", LINKS + "?utfall=%00")) {
            assertThat(administrator.get(page).status()).isEqualTo(400);
        }
        assertThat(post(administrator, LINKS, GRANTS, Map.of("ansattnummer", "1\0", "rett", "HR"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void letsOnlyTheAppointedChangePlatformsOnceThereAreAny() {
        String platforms = "/administrasjon/plattformer";
        assertThat(post(administrator, LINKS, platforms + "/ny", Map.of()).status())
                .isNotEqualTo(403);

        Browser kari = appointed();

        assertThat(post(administrator, LINKS, platforms + "/ny", Map.of()).status())
                .isEqualTo(403);
        assertThat(post(administrator, LINKS, platforms + "/invitasjon", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(post(kari, LINKS, platforms + "/ny", Map.of()).status()).isNotEqualTo(403);
    }

    /** Made while the employer was being set up, by whom only the LMS vouches for: such an invitation ends with the set-up. */
    @Test
    void endsInvitationsOfWhoMayNoLongerRegisterPlatforms() {
        String theirs = invitation(administrator);
        assertThat(registerBy(theirs)).isEqualTo("configuration_unreachable");

        Browser kari = appointed();

        assertThat(registerBy(theirs)).isEqualTo("invitation_invalid");
        assertThat(registerBy(invitation(kari))).isEqualTo("configuration_unreachable");
    }

    private String invitation(Browser who) {
        Matcher address = Pattern.compile("invitation=([A-Za-z0-9_-]{43})")
                .matcher(post(who, LINKS, "/administrasjon/plattformer/invitasjon", Map.of())
                        .body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private String registerBy(String invitation) {
        return new Browser(port)
                .get("/lti/register?openid_configuration=https://lms.example:1/&invitation=" + invitation)
                .errorCode();
    }
}
