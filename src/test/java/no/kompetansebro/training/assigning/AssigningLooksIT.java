package no.kompetansebro.training.assigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
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

    @Test
    void whoeverSeesWhoWouldGetItAndHasItIsKept() {
        Municipality town = new Municipality(jdbc, transactions);
        town.unit("HT", null);
        new Catalogue().course("ETIKK", ValidityPolicy.FOREVER).of(town, beans);
        EmployeeId leader = town.employee("1");
        town.leader(leader, "HT", TODAY.minusYears(1), null);
        EmployeeId kari = town.employee("2");
        town.employment(kari, "HT", TODAY.minusYears(1), null);

        assertThat(review(town, leader, "HT")).hasStatusOk().bodyText().contains("Nordmann");
        assertThat(looks(town)).containsExactly("tildel HT");
        assertThat(review(town, kari, "HT")).hasStatus(403);
        assertThat(looks(town)).hasSize(1);
    }

    private MvcTestResult review(Municipality town, EmployeeId who, String unit) {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
        return mvc.post()
                .uri(AssignPage.PATH + "/se-over")
                .with(authentication(signedIn))
                .with(csrf())
                .param(AssignForm.ITEM, "ETIKK")
                .param(AssignForm.UNIT, unit)
                .param(AssignForm.DATE, TODAY.plusDays(30).toString())
                .exchange();
    }

    private List<String> looks(Municipality town) {
        return town.in(() -> transactions.execute(_ -> jdbc.sql("select page || ' ' || detail from access_look")
                .query(String.class)
                .list()));
    }
}
