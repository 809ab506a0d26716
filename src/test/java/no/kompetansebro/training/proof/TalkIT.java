package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class TalkIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workplace.Beans beans;

    @Test
    void aMeasureIsAgreedWhenBothHaveConfirmedItAndOthersSeeNothing() {
        Workplace at = new Workplace(beans);
        String sheet = "/opplaering/samtale?ansatt=" + at.kari;

        assertThat(at.get(mvc, at.liv, sheet))
                .hasStatusOk()
                .bodyText()
                .contains("Kari Vestby", "Dekket: 0 av 3 krav", "Førstehjelp for alle", "Ingenting er avtalt ennå");
        assertThat(at.texts("select page from access_look where subject_id = '" + at.kari + "'"))
                .containsExactly("samtale");
        assertThat(at.post(
                        mvc,
                        at.liv,
                        "/opplaering/samtale",
                        Map.of(
                                "ansatt", List.of(at.kari.toString()),
                                "tiltak", List.of("Førstehjelp i mars"),
                                "frist", List.of(TODAY.plusMonths(3).toString()))))
                .hasRedirectedUrl(sheet);
        assertThat(at.get(mvc, at.kari, "/opplaering/samtale"))
                .bodyText()
                .contains("Førstehjelp i mars", "Bekreftet av Liv Moen", "Den ansatte har ikke bekreftet ennå");

        String confirm = "/opplaering/samtale/" + at.text("select measure_id::text from talk_measure") + "/bekreft";
        Map<String, List<String>> karis = Map.of("ansatt", List.of(at.kari.toString()));
        assertThat(at.post(mvc, at.ola, confirm, karis)).hasStatus(403);
        assertThat(at.post(mvc, at.elsewhere, confirm, karis)).hasStatus(403);
        at.post(mvc, at.ola, confirm, Map.of("ansatt", List.of(at.ola.toString())));
        assertThat(at.text("select (employee_at is null)::text from talk_measure"))
                .isEqualTo("true");

        assertThat(at.post(mvc, at.kari, confirm, karis)).hasRedirectedUrl(sheet);
        assertThat(at.get(mvc, at.liv, sheet)).bodyText().contains("Bekreftet av Kari Vestby");
        assertThat(at.get(mvc, at.elsewhere, sheet)).hasStatus(403);
    }
}
