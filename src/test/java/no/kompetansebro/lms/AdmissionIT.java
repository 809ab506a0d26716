package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import no.kompetansebro.lti.Browser.Answer;
import no.kompetansebro.lti.LaunchScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, as whom, and where to (interfaces.md section 1; lti-requirements D.6 and D.7). */
class AdmissionIT extends LaunchScenario {

    private static final String SYSTEM_ADMINISTRATOR =
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator";

    private record Link(String subject, String status, UUID employee, UUID suggested, String decidedBy, String hint) {}

    private List<Link> links() {
        return inEmployer(() -> jdbc.sql("""
                select subject, status, employee_id, suggested_id, decided_by, hint_idnumber from account_link
                 order by subject
                """)
                .query((row, _) -> new Link(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6)))
                .list());
    }

    private UUID employee(String number) {
        return inEmployer(() -> jdbc.sql("select employee_id from employee where employee_no = :no")
                .param("no", number)
                .query(UUID.class)
                .single());
    }

    private void trust(String... attributes) {
        jdbc.sql("update platform set account_link = :attributes where registration_id = :id")
                .param("attributes", attributes)
                .param("id", registration.value())
                .update();
    }

    private static Consumer<Map<String, Object>> person(String subject, String idNumber) {
        return claims -> {
            claims.put("sub", subject);
            claims.put(CLAIM + "lis", Map.of("person_sourcedid", idNumber));
        };
    }

    @Test
    void linksAnAccountByItsIdNumberOnceAndForAll() {
        assertAdmitted(launchWith(person("17", KARI)));
        employ("002000", "Ola", "Nes");

        assertAdmitted(launchWith(person("17", "002000")));

        assertThat(links())
                .containsExactly(
                        new Link("17", "CONFIRMED", employee(KARI), employee("002000"), "attribute:idnumber", null));
    }

    @Test
    void triesTheAttributesInTheirOrder() {
        trust("idnumber", "username", "email");
        UUID ola = employ("002000", "Ola", "Nes");

        assertAdmitted(launchWith(person("17", "").andThen(claims -> {
            claims.put(CLAIM + "ext", Map.of("user_username", "ola"));
            claims.put("email", "kari.moen@fjord.example");
        })));

        assertThat(links()).containsExactly(new Link("17", "CONFIRMED", ola, null, "attribute:username", null));
    }

    @Test
    void findsAnEmailInWhateverCase() {
        trust("email");

        assertAdmitted(launchWith(person("17", "").andThen(c -> c.put("email", "KARI.MOEN@fjord.EXAMPLE"))));

        assertThat(links().getFirst().decidedBy()).isEqualTo("attribute:email");
    }

    @Test
    void linksNobodyByAnAttributeThatIsNotTrusted() {
        trust("idnumber");

        Answer answer = launchWith(person("17", "").andThen(c -> c.put("email", "kari.moen@fjord.example")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("account_waiting");
    }

    @Test
    void linksNobodyByAnAttributeThatSeveralShare() {
        trust("email");
        inEmployer(() ->
                jdbc.sql("update employee set email = 'felles@fjord.example'").update());
        employ("002000", "Ola", "Nes");
        inEmployer(() ->
                jdbc.sql("update employee set email = 'felles@fjord.example'").update());

        assertThat(launchWith(person("17", "").andThen(c -> c.put("email", "felles@fjord.example")))
                        .errorCode())
                .isEqualTo("account_waiting");
    }

    @Test
    void keepsLeadingZerosOfTheIdNumber() {
        assertThat(launchWith(person("17", KARI.substring(2))).errorCode()).isEqualTo("account_waiting");
    }

    @Test
    void queuesWhomItCannotFindWithAReferenceAndHints() {
        Answer answer = launchWith(person("17", "999").andThen(c -> c.put("name", "Ukjent Person")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("account_waiting");
        assertThat(answer.body()).doesNotContain("Ukjent Person");
        assertThat(links()).containsExactly(new Link("17", "WAITING", null, null, null, "999"));
        String reference = inEmployer(() -> jdbc.sql("select right(link_id::text, 8) from account_link")
                .query(String.class)
                .single());
        assertThat(answer.body()).contains(reference);
    }

    @Test
    void findsAWaitingAccountOnceItsEmployeeIsThere() {
        assertThat(launchWith(person("17", "002000")).errorCode()).isEqualTo("account_waiting");
        employ("002000", "Ola", "Nes");

        assertAdmitted(launchWith(person("17", "002000")));
    }

    @Test
    void leavesASecondAccountOfAnEmployeeToTheAdministrator() {
        assertAdmitted(launchWith(person("17", KARI)));

        assertThat(launchWith(person("18", KARI)).errorCode()).isEqualTo("account_waiting");

        assertThat(links())
                .containsExactly(
                        new Link("17", "CONFIRMED", employee(KARI), null, "attribute:idnumber", null),
                        new Link("18", "WAITING", null, employee(KARI), null, KARI));
    }

    @Test
    void tellsSubjectsApartByCase() {
        assertAdmitted(launchWith(person("abc", KARI)));

        assertThat(launchWith(person("ABC", "999")).errorCode()).isEqualTo("account_waiting");
    }

    @Test
    void leavesARejectedAccountRejected() {
        launchWith(person("17", "999"));
        inEmployer(() -> jdbc.sql("update account_link set status = 'REJECTED', decided_by = 'x', decided_at = now()")
                .update());

        Answer answer = launchWith(person("17", KARI));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("account_rejected");
    }

    @Test
    void leavesADecisionOfAPersonAlone() {
        launchWith(person("17", "999"));
        inEmployer(() -> jdbc.sql("update account_link set decided_by = 'x', decided_at = now()")
                .update());

        assertThat(launchWith(person("17", KARI)).errorCode()).isEqualTo("account_waiting");
    }

    @Test
    void trustsAnLmsAdministratorOnlyWhereTheEmployerDoes() {
        Consumer<Map<String, Object>> administrator =
                person("2", "").andThen(c -> c.put(CLAIM + "roles", List.of(SYSTEM_ADMINISTRATOR)));
        assertThat(launchWith(administrator).errorCode()).isEqualTo("account_waiting");
        jdbc.sql("update platform set trust_administrators = true where registration_id = :id")
                .param("id", registration.value())
                .update();

        Answer answer = launchWith(administrator);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/administrasjon/koblinger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Administrator",
                "http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator",
                "http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin",
                "http://purl.imsglobal.org/vocab/lis/v2/SYSTEM/person#Administrator",
                "http://evil.example/system/person#Administrator"
            })
    void trustsNoOtherRole(String role) {
        jdbc.sql("update platform set trust_administrators = true where registration_id = :id")
                .param("id", registration.value())
                .update();

        assertThat(launchWith(person("2", "").andThen(c -> c.put(CLAIM + "roles", List.of(role))))
                        .errorCode())
                .isEqualTo("account_waiting");
    }

    private void lead(String number) {
        inEmployer(() -> {
            jdbc.sql("insert into unit (employer_id, unit_code, name) values (:employer, 'skole', 'Skolen')")
                    .param("employer", employer.value())
                    .update();
            return jdbc.sql("""
                    insert into employment (employer_id, employment_no, valid_from, employee_id, unit_code,
                                            position_code, leads_unit)
                    values (:employer, '1', :from, :employee, 'skole', 'rektor', 'skole')
                    """)
                    .param("employer", employer.value())
                    .param("from", LocalDate.of(2020, 1, 1))
                    .param(
                            "employee",
                            jdbc.sql("select employee_id from employee where employee_no = :no")
                                    .param("no", number)
                                    .query(UUID.class)
                                    .single())
                    .update();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "me, /min-kompetanse",
        "unit, /min-enhet",
        "planning, /min-kompetanse",
        "Unit, /min-kompetanse",
        "/administrasjon/koblinger, /min-kompetanse",
        "$Page, /min-kompetanse"
    })
    void leadsALeaderWhereTheLinkSays(String page, String path) {
        lead(KARI);

        assertThat(launchWith(claims -> claims.put(CLAIM + "custom", Map.of("page", page)))
                        .location())
                .isEqualTo(path);
    }

    @Test
    void leadsALeaderToTheOwnPageWithoutAWord() {
        lead(KARI);

        assertAdmitted(launchWith(_ -> {}));
    }

    @Test
    void leadsWhoLeadsNothingToTheOwnPage() {
        assertAdmitted(launchWith(claims -> {
            claims.put(CLAIM + "custom", Map.of("page", "unit"));
            claims.put(CLAIM + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
        }));
    }

    @Test
    void leadsToThePageOfTheTargetLink() {
        lead(KARI);
        String target = "http://localhost:8080/min-enhet";
        Answer login = login(p -> p.put("target_link_uri", target));
        Map<String, Object> claims = claims(login);
        claims.put(CLAIM + "target_link_uri", target);

        assertThat(launch(login, platform.sign(claims)).location()).isEqualTo("/min-enhet");
    }

    @Test
    void refusesAPlatformThatBelongsToNobody() {
        jdbc.sql("delete from platform where registration_id = :id")
                .param("id", registration.value())
                .update();

        assertThat(launchWith(_ -> {}).errorCode()).isEqualTo("platform_without_employer");
    }
}
