package no.kompetansebro.planning.measures;

import static no.kompetansebro.planning.measures.PlanTown.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Forecasts;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.EducationSupply;
import no.kompetansebro.planning.EducationSupply.Expected;
import no.kompetansebro.planning.EducationSupply.Kind;
import no.kompetansebro.requirement.RequirementCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Educations over years, and how long one is bound by them. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class EducationIT {

    private static final String PAGE = PlanPaths.EDUCATION;
    private static final LocalDate EXPECTED = TODAY.plusYears(1);

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester mvc;

    PlanTown fjordvik;

    @BeforeEach
    void town() {
        fjordvik = new PlanTown(beans);
    }

    @Test
    void a29AnEducationOfANamedPersonCountsAsPlannedFromItsExpectedEnd() {
        begin("FURTHER_EDUCATION");

        assertThat(covered(beans.getBean(Forecasts.class).withPlanned(), EXPECTED))
                .isTrue();
        assertThat(covered(beans.getBean(Forecasts.class).withPlanned(), EXPECTED.minusDays(1)))
                .isFalse();
        assertThat(covered(beans.getBean(Coverage.class), EXPECTED)).isFalse();

        end(Map.of("dato", TODAY.plusYears(2).toString()));
        assertThat(covered(beans.getBean(Forecasts.class).withPlanned(), EXPECTED))
                .isFalse();
        assertThat(covered(beans.getBean(Forecasts.class).withPlanned(), TODAY.plusYears(2)))
                .isTrue();

        end(Map.of("status", "BROKEN_OFF", "dato", TODAY.toString(), "grunn", "Flyttet"));
        assertThat(covered(beans.getBean(Forecasts.class).withPlanned(), TODAY.plusYears(3)))
                .isFalse();
    }

    @Test
    void a61AnApprenticeIsExpectedSupplyUntilTheTradeCertificateAndCountedByOutcome() {
        begin("APPRENTICESHIP");

        assertThat(expected(fjordvik.viewer(fjordvik.berit)))
                .containsExactly(new Expected(
                        fjordvik.kari,
                        Optional.of(new UnitCode("hjemme")),
                        Kind.APPRENTICESHIP,
                        "Helsefagarbeider",
                        Optional.of("7076"),
                        EXPECTED));
        assertThat(expected(fjordvik.viewer(fjordvik.skoleleder))).isEmpty();
        assertThat(page()).contains("Kari Vestby: Helsefagarbeider").containsPattern(counts("1", "0", "0"));

        end(Map.of("status", "COMPLETED", "dato", TODAY.toString()));

        assertThat(expected(fjordvik.viewer(fjordvik.berit))).isEmpty();
        assertThat(page()).containsPattern(counts("0", "1", "0"));
        end(Map.of("status", "ONGOING"));
        end(Map.of("status", "BROKEN_OFF", "dato", TODAY.toString(), "grunn", "Sluttet"));
        assertThat(page()).containsPattern(counts("0", "0", "1")).contains("Sluttet");
    }

    @Test
    void a60TheAlertComesWhenAnEndOfTheEmploymentIsRegisteredBeforeTheBindingTimeIsOver() {
        begin("FURTHER_EDUCATION");
        String track = fjordvik.text("select track_id::text from education_track");

        assertThat(fjordvik.post(mvc, fjordvik.berit, PAGE + "/binding", binding(track, "25")))
                .bodyText()
                .contains("Skriv et helt tall innenfor det som er mulig.");
        assertThat(fjordvik.count("binding_agreement")).isZero();
        assertThat(fjordvik.post(mvc, fjordvik.berit, PAGE + "/binding", binding(track, "24")))
                .hasStatus(302);
        assertThat(page())
                .contains("Begynner når utdanningen er fullført.")
                .doesNotContain("Siste arbeidsdag er registrert");

        LocalDate completed = TODAY.minusDays(10);
        end(Map.of("status", "COMPLETED", "dato", completed.toString()));
        LocalDate until = completed.plusMonths(24);
        long remaining = ChronoUnit.DAYS.between(TODAY, until);
        assertThat(page()).contains(remaining + " dager igjen");

        fjordvik.town.sql(
                "update employment set valid_until = ? where employee_id = ?",
                until.minusDays(30),
                fjordvik.kari.value());

        assertThat(page()).contains(", 30 dager før bindingstiden er over.");
        assertThat(fjordvik.get(mvc, fjordvik.berit, "/min-enhet?enhet=helse"))
                .bodyText()
                .contains("Kari Vestby: Siste arbeidsdag er registrert");
        assertThat(fjordvik.get(mvc, fjordvik.kari, "/min-kompetanse"))
                .bodyText()
                .contains("Avtale 12", remaining + " dager igjen");
    }

    @Test
    void othersRegisterNothingAndWhatIsTriedIsKept() {
        assertThat(fjordvik.post(mvc, fjordvik.skoleleder, PAGE + "/lop", track("FURTHER_EDUCATION", "oppvekst")))
                .bodyText()
                .contains("Ingen av dem du har ansvar for passer med dette.");
        assertThat(fjordvik.get(mvc, fjordvik.kari, PAGE)).hasStatus(403);
        begin("FURTHER_EDUCATION");
        String id = fjordvik.text("select track_id::text from education_track");
        assertThat(fjordvik.post(
                        mvc,
                        fjordvik.skoleleder,
                        PAGE + "/lop/" + id,
                        Map.of("enhet", "oppvekst", "versjon", "1", "status", "COMPLETED", "dato", TODAY.toString())))
                .hasStatus(403);
        assertThat(fjordvik.count("plan_refusal")).isEqualTo(1);
        assertThat(fjordvik.get(mvc, fjordvik.skoleleder, PAGE)).bodyText().doesNotContain("Kari Vestby");
    }

    private void begin(String kind) {
        assertThat(fjordvik.post(mvc, fjordvik.berit, PAGE + "/lop", track(kind, "helse")))
                .hasStatus(302);
    }

    private static Map<String, String> track(String kind, String unit) {
        return Map.of(
                "enhet",
                unit,
                "ansatt",
                "Kari Vestby",
                "slag",
                kind,
                "navn",
                "Helsefagarbeider",
                "element",
                "FAGBREV",
                "stilling",
                "7076",
                "fra",
                TODAY.minusYears(1).toString(),
                "til",
                EXPECTED.toString());
    }

    private static Map<String, String> binding(String track, String months) {
        return Map.of(
                "enhet",
                "helse",
                "ansatt",
                "Kari Vestby",
                "lop",
                track,
                "avtale",
                "Avtale 12",
                "belop",
                "60 000",
                "maneder",
                months);
    }

    private void end(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("enhet", "helse");
        all.put("versjon", fjordvik.text("select version::text from education_track"));
        String id = fjordvik.text("select track_id::text from education_track");
        assertThat(fjordvik.post(mvc, fjordvik.berit, PAGE + "/lop/" + id, all)).hasStatus(302);
    }

    private String page() {
        return new String(
                fjordvik.get(mvc, fjordvik.berit, PAGE + "?enhet=helse")
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private static String counts(String ongoing, String completed, String brokenOff) {
        String cell = "</td><td class=\"kb-right kb-number\">";
        return "Lærling eller praksiskandidat</th><td class=\"kb-right kb-number\">" + ongoing + cell + completed + cell
                + brokenOff + "</td>";
    }

    private List<Expected> expected(Viewer viewer) {
        return fjordvik.at(() -> beans.getBean(EducationSupply.class).expected(viewer, TODAY));
    }

    private boolean covered(Coverage coverage, LocalDate on) {
        List<Pair> pairs = new ArrayList<>();
        fjordvik.at(() -> {
            coverage.pairs(
                    Viewer.ofEverything(),
                    Question.asOf(on).of(fjordvik.kari).of(new RequirementCode("K-FAG")),
                    pairs::add);
            return true;
        });
        return pairs.getFirst().status().isCovered();
    }
}
