package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
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
class ExemptingAcceptanceIT {

    private static final LocalDate LAST_DAY = TODAY.plusMonths(6);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workplace.Beans beans;

    private Workplace at;

    @BeforeEach
    void anotherWorkplace() {
        at = new Workplace(beans);
    }

    @Test
    void a34ADispensationHasAReasonAMeasureAndAnEndAfterWhichItIsOverdueByItself() {
        Map<String, String> form = form(at.kari);
        form.put("slag", "dispensasjon");
        assertThat(exempt(at.liv, form)).hasStatusOk().bodyText().contains("Må fylles ut");
        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.OVERDUE);

        form.put("tiltak", "Norskkurs B1 våren");
        assertThat(exempt(at.liv, form)).hasRedirectedUrl("/opplaering/fritak?utfall=gitt");

        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.EXEMPT);
        assertThat(at.status(at.kari, "K-NO", LAST_DAY)).isEqualTo(Status.EXEMPT);
        assertThat(at.status(at.kari, "K-NO", LAST_DAY.plusDays(1))).isEqualTo(Status.OVERDUE);
        assertThat(at.get(mvc, at.liv, "/opplaering/fritak"))
                .bodyText()
                .contains("Kari Vestby: Norsk på B1", "Dispensasjon", "Norskkurs B1 våren", "Gitt av Liv Moen");
    }

    @Test
    void anExemptionIsEndedWithAReasonAndOnlyOnce() {
        exempt(at.liv, form(at.kari));

        assertThat(end(at.liv, "")).hasRedirectedUrl("/opplaering/fritak?utfall=grunn");
        assertThat(end(at.liv, "Tilbake i stilling")).hasRedirectedUrl("/opplaering/fritak?utfall=avsluttet");
        assertThat(end(at.tor, "Ikke nødvendig")).hasRedirectedUrl("/opplaering/fritak?utfall=avgjort");

        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.OVERDUE);
        assertThat(at.texts("select kind || ': ' || reason from exemption_decision order by decided_at"))
                .containsExactly("EXEMPTION: Ansatt med annen realkompetanse", "ENDED: Tilbake i stilling");
    }

    @Test
    void nobodyExemptsThemselvesOrPeopleOfOthers() {
        assertThat(exempt(at.liv, form(at.liv))).hasStatus(403);
        assertThat(exempt(at.liv, form(at.elsewhere))).hasStatus(403);
        assertThat(exempt(at.kari, form(at.ola))).hasStatus(403);
        assertThat(at.get(mvc, at.liv, "/opplaering/fritak?ansatt=" + at.elsewhere + "&krav=K-NO"))
                .hasStatus(403);
        assertThat(at.texts("select reason from exemption")).isEmpty();
        assertThat(exempt(at.tor, form(at.liv))).hasStatus3xxRedirection();
    }

    @Test
    void anExemptionNeedsAReasonAndALastDayToCome() {
        Map<String, String> form = form(at.kari);
        form.put("grunn", " ");
        form.put("til", TODAY.minusDays(1).toString());

        assertThat(exempt(at.liv, form))
                .hasStatusOk()
                .bodyText()
                .contains("Må fylles ut", "Må være i dag eller senere");
        assertThat(at.texts("select reason from exemption")).isEmpty();
    }

    @Test
    void aLeaderIsOfferedItAtTheCellOfWhomTheyLead() {
        assertThat(at.get(mvc, at.liv, "/forklaring?krav=K-NO&ansatt=" + at.kari))
                .bodyText()
                .contains("Gi fritak");
        assertThat(at.get(mvc, at.kari, "/forklaring?krav=K-NO")).bodyText().doesNotContain("Gi fritak");
    }

    private Map<String, String> form(EmployeeId person) {
        return new HashMap<>(Map.of(
                "ansatt",
                person.toString(),
                "krav",
                "K-NO",
                "grunn",
                "Ansatt med annen realkompetanse",
                "til",
                LAST_DAY.toString()));
    }

    private MvcTestResult exempt(EmployeeId who, Map<String, String> form) {
        Map<String, List<String>> lists = new HashMap<>();
        form.forEach((name, value) -> lists.put(name, List.of(value)));
        return at.post(mvc, who, "/opplaering/fritak", lists);
    }

    private MvcTestResult end(EmployeeId who, String reason) {
        return at.post(
                mvc,
                who,
                "/opplaering/fritak/avslutt",
                Map.of(
                        "ansatt",
                        List.of(at.kari.toString()),
                        "krav",
                        List.of("K-NO"),
                        "fra",
                        List.of(TODAY.toString()),
                        "grunn",
                        List.of(reason)));
    }
}
