package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class DisputesIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workplace.Beans beans;

    private Workplace at;

    @BeforeEach
    void anotherWorkplace() {
        at = new Workplace(beans);
        at.town.result(at.kari, "mentor", TODAY.minusDays(40));
        at.town.result(at.ola, "mentor", TODAY.minusDays(40));
    }

    @Test
    void anEntryIsDisputedRevokedWithAnAnswerAndTheEmployeeSeesIt() {
        assertThat(at.get(mvc, at.kari, "/min-kompetanse")).bodyText().contains("Element mentor", "Kilde: test");
        assertThat(dispute(at.kari, at.kari, "Jeg var ikke der")).hasStatus3xxRedirection();
        assertThat(at.get(mvc, at.kari, "/min-kompetanse")).bodyText().contains("Jeg var ikke der", "Venter på svar");
        assertThat(at.get(mvc, at.liv, "/opplaering/innsigelser"))
                .bodyText()
                .contains("Kari Vestby: Element mentor", "Jeg var ikke der");

        assertThat(decide(at.liv, "rett", "Riktig, rettet")).hasRedirectedUrl("/opplaering/innsigelser?utfall=rettet");
        assertThat(decide(at.tor, "behold", "Nei")).hasRedirectedUrl("/opplaering/innsigelser?utfall=avgjort");

        assertThat(at.status(at.kari, "K-LS")).isEqualTo(Status.OVERDUE);
        assertThat(at.status(at.ola, "K-LS")).isEqualTo(Status.COVERED);
        assertThat(at.get(mvc, at.kari, "/min-kompetanse"))
                .bodyText()
                .contains("opphevet av Liv Moen", "Riktig, rettet", "Opphevet");
    }

    @Test
    void anEntryThatIsKeptStandsAndTheAnswerIsRead() {
        dispute(at.kari, at.kari, "Feil dato");

        decide(at.liv, "behold", "Datoen står i deltakerlisten");

        assertThat(at.status(at.kari, "K-LS")).isEqualTo(Status.COVERED);
        assertThat(at.get(mvc, at.kari, "/min-kompetanse"))
                .bodyText()
                .contains("Registreringen står, svarer Liv Moen", "Datoen står i deltakerlisten");
    }

    @Test
    void onlyOnesOwnEntriesAreDisputedAndNobodyAnswersThemselves() {
        assertThat(dispute(at.kari, at.ola, "Feil")).hasStatus(404);
        at.town.result(at.liv, "mentor", TODAY.minusDays(40));
        dispute(at.liv, at.liv, "Feil");

        assertThat(decide(at.liv, "rett", "Ja")).hasStatus(403);
        assertThat(decide(at.kari, "rett", "Ja")).hasStatus(403);
        assertThat(decide(at.elsewhere, "rett", "Ja")).hasStatus(403);
        assertThat(decide(at.tor, "rett", " ")).hasRedirectedUrl("/opplaering/innsigelser?utfall=grunn");
        assertThat(at.texts("select state from dispute")).containsExactly("OPEN");
    }

    private MvcTestResult dispute(EmployeeId who, EmployeeId whose, String text) {
        String entry = at.text("select external_id from result where employee_id = '" + whose + "'");
        return at.post(
                mvc,
                who,
                "/opplaering/innsigelse",
                Map.of(
                        "bok", List.of("RESULT"),
                        "kilde", List.of("test"),
                        "id", List.of(entry),
                        "tekst", List.of(text)));
    }

    private MvcTestResult decide(EmployeeId who, String choice, String answer) {
        return at.post(
                mvc,
                who,
                "/opplaering/innsigelser/" + at.text("select dispute_id::text from dispute"),
                Map.of("valg", List.of(choice), "svar", List.of(answer)));
    }
}
