package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void theSheetSaysWhatIsAssignedHowFarItIsAndWhetherItWasSeen() {
        Workplace at = new Workplace(beans);
        at.town.sql("insert into item (employer_id, code, name, kind, position)"
                + " values (:e, 'program', to_jsonb('Et program'::text), 'PROGRAMME', 9)");
        at.town.sql("insert into programme_part (employer_id, programme, place, part)"
                + " values (:e, 'program', 1, 'e-kurs'), (:e, 'program', 2, 'gruppe')");
        at.town.result(at.kari, "e-kurs", TODAY.minusDays(20));
        UUID imposed = assign(at, "program", "IMPOSED");
        assign(at, "mentor", "VOLUNTARY");
        String sheet = "/opplaering/samtale?ansatt=" + at.kari;

        assertThat(at.get(mvc, at.liv, sheet))
                .bodyText()
                .contains("Tildelt opplæring", "Et program", "Pålagt · fra Liv Moen", "1 av 2 deler er gjort")
                .contains("Ikke bekreftet sett", "Element mentor", "Frivillig · fra Liv Moen", "Frist ");
        at.town.sql(
                "insert into assignment_acknowledgement (employer_id, assignment_id, employee_id, acknowledged_at)"
                        + " values (:e, ?, ?, now())",
                imposed,
                at.kari.value());
        assertThat(at.get(mvc, at.kari, "/opplaering/samtale"))
                .bodyText()
                .contains("Bekreftet sett")
                .doesNotContain("Ikke bekreftet sett");
        assertThat(at.get(mvc, at.ola, "/opplaering/samtale"))
                .bodyText()
                .contains("Ingen opplæring er tildelt")
                .doesNotContain("Et program");
    }

    private static UUID assign(Workplace at, String item, String kind) {
        UUID assignment = UUID.randomUUID();
        at.town.sql(
                "insert into assignment (employer_id, assignment_id, items, kind, audience, due_on, afresh, reason, assigned_by,"
                        + " assigned_on, assigned_at) values (:e, ?, array[?], ?, 'PEOPLE', ?, false, '', ?, ?, now())",
                assignment,
                item,
                kind,
                TODAY.plusDays(30),
                at.liv.value(),
                TODAY.minusDays(3));
        at.town.sql(
                "insert into assignment_person (employer_id, assignment_id, employee_id) values (:e, ?, ?)",
                assignment,
                at.kari.value());
        return assignment;
    }

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
