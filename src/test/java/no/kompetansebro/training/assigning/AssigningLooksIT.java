package no.kompetansebro.training.assigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class AssigningLooksIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality town;
    EmployeeId leader;
    EmployeeId kari;

    @BeforeEach
    void aUnit() {
        town = new Municipality(jdbc, transactions);
        town.unit("HT", null);
        new Catalogue().course("ETIKK", ValidityPolicy.FOREVER).of(town, beans);
        leader = town.employee("1");
        town.leader(leader, "HT", TODAY.minusYears(1), null);
        kari = town.employee("2");
        town.employment(kari, "HT", TODAY.minusYears(1), null);
    }

    @Test
    void whoeverSeesWhoWouldGetItAndHasItIsKept() {
        assertThat(review(leader)).hasStatusOk().bodyText().contains("Nordmann");
        assertThat(looks()).containsExactly("tildel HT");
        assertThat(review(kari)).hasStatus(403);
        assertThat(looks()).hasSize(1);
    }

    @Test
    void anApplicationOfOnesOwnIsShownAsSomebodyElsesToDecide() {
        UUID id = UUID.randomUUID();
        town.sql(
                "insert into assignment (employer_id, assignment_id, items, kind, audience, unit_code, due_on, afresh,"
                        + " reason, assigned_on, assigned_at)"
                        + " values (:e, ?, array['ETIKK'], 'BY_APPLICATION', 'UNIT', 'HT', ?, false, '', ?, now())",
                id,
                TODAY.plusDays(30),
                TODAY);
        for (EmployeeId each : List.of(leader, kari)) {
            town.sql(
                    "insert into assignment_application (employer_id, assignment_id, employee_id, motivation, applied_at)"
                            + " values (:e, ?, ?, 'Gjerne', now())",
                    id,
                    each.value());
        }

        assertThat(mvc.get()
                        .uri(AssignedPage.PATH + "/" + id)
                        .with(authentication(signedIn(leader)))
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Noen andre må avgjøre din egen søknad", "b-" + kari)
                .doesNotContain("b-" + leader);
    }

    private UsernamePasswordAuthenticationToken signedIn(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
    }

    private MvcTestResult review(EmployeeId who) {
        return mvc.post()
                .uri(AssignPage.PATH + "/se-over")
                .with(authentication(signedIn(who)))
                .with(csrf())
                .param(AssignForm.ITEM, "ETIKK")
                .param(AssignForm.UNIT, "HT")
                .param(AssignForm.DATE, TODAY.plusDays(30).toString())
                .exchange();
    }

    private List<String> looks() {
        return town.in(() -> transactions.execute(_ -> jdbc.sql("select page || ' ' || detail from access_look")
                .query(String.class)
                .list()));
    }
}
