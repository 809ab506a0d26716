package no.kompetansebro.planning.measures;

import static no.kompetansebro.planning.measures.PlanTown.TODAY;
import static no.kompetansebro.planning.measures.PlanTown.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The rows of practices.md section A that action plans answer, by their numbers, through the pages. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class PlanAcceptanceIT {

    private static final Place HEALTH = Place.of(new UnitCode("helse"));
    private static final Place HOME_CARE = Place.of(new UnitCode("hjemme"));
    private static final Place SCHOOL = Place.of(new UnitCode("skole"));

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
    void a28FourOfSixMiniCoursesAreHeld() {
        Wish plain = wish("Minikurs for fagarbeidere og assistenter", HOME_CARE, false);
        MeasureId id = fjordvik.added(
                fjordvik.berit,
                new Wish(
                        plain.place(),
                        false,
                        plain.columns(),
                        plain.dates(),
                        plain.closes(),
                        Optional.of(6),
                        plain.costs()));
        String page = PlanPaths.measure(id);

        for (int i = 1; i <= 4; i++) {
            assertThat(fjordvik.post(
                            mvc,
                            fjordvik.berit,
                            page + "/gang",
                            Map.of("dato", TODAY.minusDays(i).toString(), "merknad", "Kurs " + i)))
                    .hasStatus(302);
        }

        assertThat(body(fjordvik.berit, page)).contains("4 av 6 gjennomført");
        assertThat(body(fjordvik.berit, PlanPaths.MEASURES + "?enhet=hjemme")).contains("4 av 6 gjennomført");
        assertThat(text(fjordvik.post(
                        mvc,
                        fjordvik.berit,
                        page + "/gang",
                        Map.of("dato", TODAY.plusDays(1).toString()))))
                .contains("Datoen har ikke vært ennå.");
        String last = fjordvik.text("select occasion_id::text from measure_occasion order by held_on desc limit 1");
        fjordvik.post(mvc, fjordvik.berit, page + "/gang/" + last, Map.of("grunn", "Registrert to ganger"));
        assertThat(body(fjordvik.berit, page)).contains("3 av 6 gjennomført", "Teller ikke: Registrert to ganger");
        assertThat(fjordvik.post(mvc, fjordvik.skoleleder, page + "/gang", Map.of("dato", TODAY.toString())))
                .hasStatus(403);
    }

    @Test
    void a47NeedsHaveStrategiesAndMeasuresInTheLayoutOfThePlan() {
        post(
                fjordvik.berit,
                PlanPaths.NEEDS,
                need("hjemme", "Sikre tilgang på sykepleiere", "RECRUITMENT|FURTHER_EDUCATION"));
        post(fjordvik.berit, PlanPaths.NEEDS, need("hjemme", "Generell kompetanseutvikling", "INTERNAL_ARENAS"));
        String need = fjordvik.text("select need_id::text from plan_need where need like 'Sikre%'");
        fjordvik.added(fjordvik.berit, meeting(need, "Økt satsing på lærlingordningen"));
        fjordvik.added(fjordvik.berit, meeting(need, "God praksisordning for praksiskandidater"));

        assertThat(sheet(fjordvik.berit, "helse").needs())
                .isEqualTo(new PlanSheet.Table(
                        List.of("Virksomhet/område", "Behov", "Strategier", "Delstrategi/tiltak"),
                        List.of(
                                List.of(
                                        "hjemme",
                                        "Sikre tilgang på sykepleiere",
                                        "Rekruttering\nVidereutdanning",
                                        "Økt satsing på lærlingordningen\nGod praksisordning for praksiskandidater"),
                                List.of("hjemme", "Generell kompetanseutvikling", "Interne læringsarenaer", ""))));
        assertThat(body(fjordvik.berit, PlanPaths.NEEDS + "?enhet=hjemme"))
                .contains("rowspan=\"2\"", "Sikre tilgang på sykepleiere", "Økt satsing på lærlingordningen");
        assertThat(text(fjordvik.post(mvc, fjordvik.berit, PlanPaths.NEEDS, Map.of("enhet", "hjemme", "behov", ""))))
                .contains("behov-feil", "strategi-feil");
        assertThat(fjordvik.post(mvc, fjordvik.berit, PlanPaths.NEEDS, need("skole", "Lese", "NETWORKS")))
                .hasStatus(404);
    }

    @Test
    void a48AMeasureHasTheSevenColumnsOfTheActionPlanAndIsLinkedToGoalRequirementAndStatus() {
        goal("5", "Rekruttering og kompetansetiltak");
        Map<String, String> form = new HashMap<>(Map.of(
                "enhet", "helse",
                "mal", "Sikkerhet for brukere",
                "tiltak", "Førstehjelpskurs",
                "malgruppe", "Alle som jobber med mennesker",
                "omfang", "Internt kurs, ½ dag",
                "tidsrom", "September",
                "ansvarlig", "Leder for legevakta",
                "kostnad", "Inntil kr 10 000",
                "fra", TODAY.toString(),
                "til", TODAY.plusMonths(1).toString()));
        form.put("krav", "K-FH");
        form.put("strategisk", fjordvik.text("select goal_id::text from strategic_goal"));
        form.put("ar", String.valueOf(TODAY.getYear()));
        form.put("planlagt-" + TODAY.getYear(), "10 000,50");
        post(fjordvik.berit, PlanPaths.NEW, form);

        assertThat(sheet(fjordvik.berit, "helse").measures())
                .isEqualTo(new PlanSheet.Table(
                        List.of(
                                "Mål",
                                "Tiltak",
                                "Målgruppe",
                                "Omfang/Læringsarena",
                                "Tidsrom",
                                "Ansvarlig/Kursleder/Foreleser",
                                "Kostnad",
                                "Plan",
                                "Status"),
                        List.of(List.of(
                                "Sikkerhet for brukere",
                                "Førstehjelpskurs",
                                "Alle som jobber med mennesker",
                                "Internt kurs, ½ dag",
                                "September",
                                "Leder for legevakta",
                                "Inntil kr 10 000",
                                "helse",
                                "Planlagt"))));
        String plan = body(fjordvik.berit, PlanPaths.MEASURES + "?enhet=helse");
        assertThat(plan)
                .containsSubsequence(
                        ">Mål<",
                        ">Tiltak<",
                        ">Målgruppe<",
                        ">Omfang/Læringsarena<",
                        ">Tidsrom<",
                        ">Ansvarlig/",
                        ">Kostnad<")
                .contains("Støtter: 5. Rekruttering", "Lukker gap i: Krav K-FH", "Planlagt");
        assertThat(fjordvik.text("select planned::text from measure_cost")).isEqualTo("10000.50");
    }

    @Test
    void aMeasureIsProposedFromAGapAndWhatIsWrongIsSaidAtItsField() {
        assertThat(body(fjordvik.hr, "/planlegging/gap?enhet=helse&krav=K-FH"))
                .contains("/planlegging/tiltak/nytt?enhet=helse&amp;krav=K-FH");
        assertThat(body(fjordvik.berit, PlanPaths.NEW + "?enhet=helse&krav=K-FH"))
                .contains("Alle som skal, oppfyller kravet «Krav K-FH»")
                .containsPattern("value=\"K-FH\" checked");
        assertThat(fjordvik.get(mvc, fjordvik.berit, PlanPaths.NEW + "?enhet=."))
                .hasStatus(403);

        String again = text(fjordvik.post(
                mvc,
                fjordvik.berit,
                PlanPaths.NEW,
                Map.of(
                        "enhet", "helse",
                        "malgruppe", "Alle <b>",
                        "fra", TODAY.toString(),
                        "til", TODAY.minusDays(1).toString(),
                        "antall", "seks",
                        "krav", "FINNES-IKKE",
                        "ar", "2027",
                        "planlagt-2027", "mye")));

        assertThat(again)
                .contains("tiltak-feil", "til-feil", "antall-feil", "krav-feil", "planlagt-2027-feil")
                .contains("Alle &lt;b&gt;")
                .doesNotContain("fra-feil");
        assertThat(fjordvik.count("measure")).isZero();
    }

    @Test
    void whoSavesAnOlderVersionIsToldKeepsWhatTheyWroteAndOverwritesNothing() {
        MeasureId id = fjordvik.added(fjordvik.berit, wish("Minikurs", HOME_CARE, false));
        Map<String, String> form = new HashMap<>(Map.of(
                "enhet",
                "hjemme",
                "tiltak",
                "Fra HR",
                "fra",
                TODAY.toString(),
                "til",
                TODAY.toString(),
                "versjon",
                "1"));
        post(fjordvik.hr, PlanPaths.measure(id) + "/endre", form);
        form.put("tiltak", "Fra Berit");

        assertThat(text(fjordvik.post(mvc, fjordvik.berit, PlanPaths.measure(id) + "/endre", form)))
                .contains("Noen andre har lagret tiltaket", "Endret av Henrik Rådal", "Fra Berit");

        assertThat(fjordvik.measure(id).name()).isEqualTo("Fra HR");
        assertThat(fjordvik.post(mvc, fjordvik.skoleleder, PlanPaths.measure(id) + "/endre", form))
                .hasStatus(403);
        assertThat(fjordvik.count("plan_refusal")).isEqualTo(1);
        assertThat(text(fjordvik.post(
                        mvc,
                        fjordvik.berit,
                        PlanPaths.measure(id) + "/status",
                        Map.of("versjon", "2", "status", "CANCELLED", "grunn", " "))))
                .contains("grunn-feil");
    }

    @Test
    void a49TheReportByGoalHasCoverageCostAndEvaluation() {
        goal("1", "Økonomisk handlefrihet");
        goal("6", "Redusere sykefraværet");
        UUID health = UUID.fromString(fjordvik.text("select goal_id::text from strategic_goal where number = 6"));
        MeasureId id = fjordvik.added(fjordvik.berit, supporting(health, "Førstehjelp", HOME_CARE));
        fjordvik.added(fjordvik.skoleleder, wish("Lesekurs", SCHOOL, false));
        fjordvik.town.result(fjordvik.kari, "FH", TODAY.minusMonths(1));
        fjordvik.at(() -> {
            for (int i = 0; i < 5; i++) {
                beans.getBean(Evaluations.class).give(id, fjordvik.town.employee("e" + i), i == 0 ? 5 : 4, "", TODAY);
            }
            return true;
        });

        List<GoalsReport.Row> rows = report(fjordvik.hr);

        assertThat(rows)
                .extracting(GoalsReport.Row::name)
                .containsExactly("1. Økonomisk handlefrihet", "6. Redusere sykefraværet", "Uten strategisk mål", "Sum");
        GoalsReport.Row row = rows.get(1);
        assertThat(List.of(row.measures(), row.before(), row.participants(), row.leaders()))
                .containsExactly("1", "0 %", "4,2 (5 svar)", "–");
        assertThat(row.after()).isNotEqualTo("0 %");
        assertThat(rows.get(3).measures()).isEqualTo("2");
        assertThat(body(fjordvik.hr, PlanPaths.GOALS)).contains("6. Redusere sykefraværet", "4,2 (5 svar)");
        assertThat(text(fjordvik.post(mvc, fjordvik.hr, PlanPaths.GOALS, goalForm("6", "Enda et"))))
                .contains("Perioden har alt et mål med dette nummeret.");
        assertThat(fjordvik.post(mvc, fjordvik.berit, PlanPaths.GOALS, goalForm("7", "Mitt")))
                .hasStatus(403);
    }

    @Test
    void a53AnOlderVersionOfThePlanStaysReadableWithItsDecisions() {
        MeasureId id = fjordvik.added(fjordvik.berit, wish("Fem dagers lederkurs", HEALTH, true));
        post(fjordvik.berit, PlanPaths.VERSIONS, Map.of("enhet", "helse", "tittel", "Plan 2026"));
        String version = fjordvik.text("select version_id::text from plan_version");
        post(
                fjordvik.berit,
                PlanPaths.VERSIONS + "/" + version,
                Map.of("organ", "AMU", "dato", TODAY.toString(), "saksnummer", "26/1234", "vedtak", "Vedtatt"));
        Viewer viewer = fjordvik.viewer(fjordvik.berit);
        fjordvik.at(() -> beans.getBean(EditingMeasures.class)
                .change(viewer, id, 1, wish("Seks dagers lederkurs", HEALTH, true)));
        post(fjordvik.berit, PlanPaths.VERSIONS, Map.of("enhet", "helse", "tittel", "Plan 2027"));

        assertThat(body(fjordvik.berit, PlanPaths.VERSIONS + "/" + version))
                .contains("Versjon 1: Plan 2026", "Fem dagers lederkurs", "AMU (26/1234): Vedtatt")
                .doesNotContain("Seks dagers lederkurs");
        assertThat(body(fjordvik.berit, PlanPaths.VERSIONS + "?enhet=helse"))
                .containsSubsequence("Versjon 2: Plan 2027", "Versjon 1: Plan 2026");
        assertThat(fjordvik.post(mvc, fjordvik.skoleleder, PlanPaths.VERSIONS, Map.of("enhet", "helse", "tittel", "X")))
                .hasStatus(404);
        assertThatThrownBy(() -> fjordvik.town.sql("update plan_version set title = 'Annen'"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a54TheUnionsPartIsOnRecordAndTheirVersionNamesNobody() {
        post(
                fjordvik.berit,
                PlanPaths.VERSIONS + "/medvirkning",
                Map.of(
                        "enhet", "helse",
                        "forum", "Samarbeidsutvalget",
                        "dato", TODAY.toString(),
                        "organisasjoner", "Fagforbundet, NSF",
                        "tema", "Tiltaksplan",
                        "resultat", "Enighet"));
        fjordvik.added(
                fjordvik.berit,
                wish(
                        "Karis fagbrev",
                        new Place(Optional.of(new UnitCode("hjemme")), Optional.of(fjordvik.kari)),
                        false));

        assertThat(body(fjordvik.berit, PlanPaths.VERSIONS + "?enhet=helse"))
                .contains("Samarbeidsutvalget", "Fagforbundet, NSF", "Enighet");
        assertThat(sheet(fjordvik.berit, "helse").json()).doesNotContain("Kari", "fagbrev");
        assertThat(body(fjordvik.kari, "/min-kompetanse")).contains("Karis fagbrev");
        assertThat(body(fjordvik.berit, PlanPaths.MEASURES + "?enhet=helse")).contains("Kari Vestby");
        assertThat(fjordvik.text("select count(*)::text from access_look where page = 'tiltak'"))
                .isEqualTo("1");
    }

    @Test
    void a55ParticipantsAreAskedShortlyAndNobodyIsRecognisedBelowFiveAnswers() {
        MeasureId id = fjordvik.added(fjordvik.berit, wish("Førstehjelp", HOME_CARE, false));
        String answer = PlanPaths.measure(id) + "/mening";
        assertThat(fjordvik.post(mvc, fjordvik.kari, answer, Map.of("svar", "5")))
                .hasStatus(403);
        post(fjordvik.berit, PlanPaths.measure(id) + "/spor", Map.of("versjon", "1"));

        assertThat(body(fjordvik.kari, "/min-kompetanse")).contains("Hvor nyttig var «Førstehjelp» for deg?");
        assertThat(fjordvik.post(mvc, fjordvik.ola, answer, Map.of("svar", "5")))
                .hasStatus(403);
        assertThat(fjordvik.post(mvc, fjordvik.kari, answer, Map.of("svar", "6")))
                .hasRedirectedUrl("/min-kompetanse?mening=mangler#mine-tiltak");
        post(fjordvik.kari, answer, Map.of("svar", "5", "kommentar", "Veldig bra"));
        assertThat(body(fjordvik.kari, "/min-kompetanse")).doesNotContain("Hvor nyttig var");
        for (int i = 0; i < 3; i++) {
            post(colleague(i), answer, Map.of("svar", "3", "kommentar", "Grei nok"));
        }
        assertThat(body(fjordvik.berit, PlanPaths.measure(id)))
                .contains("4 svar. Snitt og kommentarer vises fra 5 svar")
                .doesNotContain("Veldig bra");

        post(colleague(4), answer, Map.of("svar", "4", "kommentar", ""));

        assertThat(body(fjordvik.berit, PlanPaths.measure(id)))
                .contains("Nytte 3,6 av 5 i snitt, 5 svar.", "Veldig bra")
                .doesNotContain("Kari");
    }

    @Test
    void a55TheLeaderJudgesTheEffectThreeToSixMonthsAfter() {
        MeasureId recent = fjordvik.added(fjordvik.berit, ended("Nylig", TODAY.minusMonths(2)));
        MeasureId due = fjordvik.added(fjordvik.berit, ended("I rett tid", TODAY.minusMonths(4)));
        MeasureId late = fjordvik.added(fjordvik.berit, ended("For sent", TODAY.minusMonths(7)));

        assertThat(body(fjordvik.berit, PlanPaths.measure(recent)))
                .contains("Lederen vurderer virkningen tre til seks");
        assertThat(text(fjordvik.post(
                        mvc, fjordvik.berit, PlanPaths.measure(recent) + "/vurdering", Map.of("vurdering", "4"))))
                .contains("Lederen vurderer tre måneder etter");
        assertThat(body(fjordvik.berit, PlanPaths.measure(due))).contains("Tid for lederens vurdering");
        assertThat(body(fjordvik.berit, PlanPaths.measure(late))).contains("Lederen skulle vurdert");
        post(
                fjordvik.berit,
                PlanPaths.measure(due) + "/vurdering",
                Map.of("vurdering", "4", "begrunnelse", "Færre avvik"));

        assertThat(body(fjordvik.berit, PlanPaths.measure(due)))
                .contains("Virkning 4 av 5, vurdert av Berit Sjøberg", "Færre avvik");
    }

    @Test
    void a56CostsAreSummedBySectionAndYearEachMeasureOnce() {
        int year = TODAY.getYear();
        fjordvik.added(fjordvik.hr, costing("Lederkurs", Place.EVERYWHERE, year, "1000", "900"));
        fjordvik.added(fjordvik.berit, costing("Førstehjelp", HEALTH, year, "200", "150.50"));
        fjordvik.added(fjordvik.berit, costing("Minikurs", HOME_CARE, year + 1, "30", "0"));
        fjordvik.added(fjordvik.skoleleder, costing("Lesekurs", SCHOOL, year, "4", "0"));

        assertThat(text(fjordvik.get(mvc, fjordvik.hr, PlanPaths.COSTS))
                        .replaceAll("\\s+|<[^>]*>", " ")
                        .replaceAll(" +", " "))
                .containsSubsequence(
                        "kommune, egne tiltak",
                        "1",
                        "1 000",
                        "900",
                        "0",
                        "0",
                        "1 000",
                        "900",
                        "helse",
                        "2",
                        "200",
                        "150,5",
                        "30",
                        "0",
                        "230",
                        "150,5",
                        "oppvekst",
                        "1",
                        "4",
                        "0",
                        "0",
                        "0",
                        "4",
                        "0",
                        "Sum",
                        "4",
                        "1 204",
                        "1 050,5",
                        "30",
                        "0",
                        "1 234",
                        "1 050,5");
        assertThat(body(fjordvik.berit, PlanPaths.COSTS + "?enhet=helse")).contains("helse, egne tiltak", "hjemme");
    }

    private void post(EmployeeId who, String path, Map<String, String> form) {
        assertThat(fjordvik.post(mvc, who, path, form)).hasStatus(302);
    }

    private String body(EmployeeId who, String path) {
        var result = fjordvik.get(mvc, who, path);
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace("\u00a0", " ");
    }

    private PlanSheet sheet(EmployeeId who, String unit) {
        Viewer viewer = fjordvik.viewer(who);
        return fjordvik.at(() -> {
            var words = PlanTown.words(beans);
            return beans.getBean(PlanSheets.class)
                    .of(viewer, beans.getBean(PlanChoices.class).chosen(viewer, unit, words), TODAY, words);
        });
    }

    private List<GoalsReport.Row> report(EmployeeId who) {
        Viewer viewer = fjordvik.viewer(who);
        return fjordvik.at(() -> {
            var words = PlanTown.words(beans);
            return beans
                    .getBean(GoalsReport.class)
                    .rows(viewer, beans.getBean(PlanChoices.class).chosen(viewer, "", words), TODAY, words)
                    .stream()
                    .map(row -> new GoalsReport.Row(
                            row.name(),
                            row.href(),
                            row.measures(),
                            row.done(),
                            row.planned(),
                            row.actual(),
                            row.before().replace("\u00a0", " "),
                            row.after().replace("\u00a0", " "),
                            row.participants(),
                            row.leaders()))
                    .toList();
        });
    }

    private void goal(String number, String name) {
        post(fjordvik.hr, PlanPaths.GOALS, goalForm(number, name));
    }

    private static Map<String, String> goalForm(String number, String name) {
        return Map.of("nummer", number, "navn", name, "fra", "2026", "til", "2029");
    }

    private static Map<String, String> need(String unit, String need, String strategies) {
        return Map.of("enhet", unit, "behov", need, "strategi", strategies);
    }

    private EmployeeId colleague(int number) {
        EmployeeId colleague = fjordvik.person("Kollega", "Nummer" + number);
        fjordvik.town.employment(colleague, "hjemme", TODAY.minusYears(1), null);
        return colleague;
    }

    private static Wish meeting(String need, String name) {
        return with(
                wish(name, HOME_CARE, false),
                new Closes(Optional.empty(), Optional.of(UUID.fromString(need)), List.of()));
    }

    private static Wish supporting(UUID goal, String name, Place place) {
        Wish wish = wish(name, place, false, "K-FH");
        return with(
                wish,
                new Closes(Optional.of(goal), Optional.empty(), wish.closes().requirements()));
    }

    private static Wish with(Wish wish, Closes closes) {
        return new Wish(
                wish.place(), wish.common(), wish.columns(), wish.dates(), closes, wish.quantity(), wish.costs());
    }

    private static Wish ended(String name, LocalDate until) {
        Wish wish = wish(name, HOME_CARE, false);
        return new Wish(
                wish.place(),
                false,
                wish.columns(),
                new DateInterval(until.minusMonths(1), until),
                wish.closes(),
                wish.quantity(),
                wish.costs());
    }

    private static Wish costing(String name, Place place, int year, String planned, String actual) {
        Wish wish = wish(name, place, true);
        return new Wish(
                place,
                true,
                wish.columns(),
                wish.dates(),
                wish.closes(),
                wish.quantity(),
                List.of(new YearCost(year, new BigDecimal(planned), Optional.of(new BigDecimal(actual)))));
    }
}
