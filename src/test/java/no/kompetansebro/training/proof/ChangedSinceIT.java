package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class ChangedSinceIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workplace.Beans beans;

    @Test
    void aLeaderSeesWhoseStandingChangedSinceTheLastDayTheyLooked() {
        Workplace at = new Workplace(beans);
        assertThat(at.get(mvc, at.liv, "/min-enhet?enhet=WARD"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Endret siden");

        at.town.sql("update unit_visit set visited_on = ?", TODAY.minusDays(7));
        at.town.result(at.kari, "mentor", TODAY.minusDays(2));
        at.town.result(at.ola, "mentor", TODAY.minusDays(20));

        for (int i = 0; i < 2; i++) {
            assertThat(at.get(mvc, at.liv, "/min-enhet?enhet=WARD"))
                    .bodyText()
                    .containsSubsequence("Endret siden du var her", "Kari Vestby", "Lederskap", "→ Dekket")
                    .satisfies(page -> assertThat(page.substring(
                                    page.indexOf("Endret siden"),
                                    page.indexOf("</section>", page.indexOf("Endret siden"))))
                            .doesNotContain("Ola Dahl"));
        }
    }
}
