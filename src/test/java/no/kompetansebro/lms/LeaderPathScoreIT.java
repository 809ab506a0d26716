package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.math.BigDecimal;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.training.school.SchoolTown;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What a link to a leader's path tells the LMS is what the leader reads on <i>Min lederskole</i>. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class LeaderPathScoreIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Progress progress;

    @Autowired
    Lexicons lexicons;

    @Autowired
    MockMvcTester mvc;

    @Test
    void agreesWithThePage() {
        SchoolTown town = new SchoolTown(jdbc, transactions, catalogue);

        assertThat(town.municipality()
                        .in(() -> progress.score(
                                new Content.OfPath("3"), town.employee("A1"), SchoolTown.TODAY, lexicons.current())))
                .contains(BigDecimal.valueOf(100 * 3 / 7));
        assertThat(mvc.get()
                        .uri("/lederskole")
                        .with(authentication(town.as("A1")))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("3 av 7 krav");
    }
}
