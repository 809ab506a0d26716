package no.kompetansebro.training.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import no.kompetansebro.training.school.AssessingNeeds.Outcome;
import no.kompetansebro.training.school.ModuleStanding.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The leadership school with 300 leaders on four levels: practices A01, A02, A03, A05 and A13. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class LeadershipSchoolIT {

    private static final AsOf TODAY = new AsOf(SchoolTown.TODAY, SchoolTown.TODAY);
    private static final Viewer EVERYTHING = Viewer.ofEverything();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Staff staff;

    @Autowired
    LeaderPathsInForce paths;

    @Autowired
    Standings standings;

    @Autowired
    Assessments assessments;

    @Autowired
    AssessingNeeds needs;

    @Autowired
    MySchoolPage mySchool;

    @Autowired
    Viewers viewers;

    @Autowired
    Coverage coverage;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    SchoolTown town;

    @BeforeEach
    void threeHundredLeaders() {
        town = new SchoolTown(jdbc, transactions, catalogue);
    }

    @Test
    void a01TheReportPerLevelAndModuleSumsToAllLeaders() {
        SchoolReport report = report();

        assertThat(report.leaders()).isEqualTo(300);
        assertThat(report.levels().values())
                .extracting(SchoolReport.Level::leaders)
                .containsExactly(10L, 40L, 100L, 150L);
        assertThat(report.modules())
                .hasSize(13)
                .allSatisfy(module -> assertThat(Arrays.stream(Place.values())
                                .mapToLong(place -> count(report, module.value(), place))
                                .sum())
                        .isEqualTo(300));
        assertThat(report.levels().get("2").required(new ItemCode("modul-06"))).isEqualTo(40);
        assertThat(count(report, "modul-06", Place.NONE)).isEqualTo(260);
        assertThat(count(report, "modul-03", Place.COVERED)).isEqualTo(1);
        assertThat(get("HR", "/planlegging/lederskole"))
                .hasStatusOk()
                .bodyText()
                .contains(">300<");
    }

    @Test
    void a01WhoGoesFromLevel3To2GetsWhatIsNewKeepsWhatIsDoneAndOneLineSaysSo() {
        SchoolView before = mySchool("A1");
        town.promote("A1", "2");
        SchoolView after = mySchool("A1");

        assertThat(before.history()).isEmpty();
        assertThat(before.progress().of()).isEqualTo("3 av 7");
        assertThat(after.progress().of()).isEqualTo("3 av 11");
        assertThat(after.history())
                .hasSize(1)
                .first()
                .asString()
                .contains("fra ledernivå 3 til 2", "3 fullførte moduler")
                .contains("Nye: Modul 06; Modul 07; Modul 08; Modul 12.");
        assertThat(List.of("modul-06", "modul-07", "modul-08", "modul-12"))
                .allSatisfy(module -> assertThat(status(after, module)).isEqualTo("due"));
        assertThat(List.of("modul-01", "modul-02", "modul-03"))
                .allSatisfy(module -> assertThat(status(after, module)).isEqualTo("covered"));
        assertThat(report().levels().values())
                .extracting(SchoolReport.Level::leaders)
                .containsExactly(10L, 41L, 99L, 150L);
    }

    @Test
    void a02AgreedAreThoseWithBothSignaturesAndTheStatesSumToAllLeaders() {
        assertThat(assess("A1", 0)).isEqualTo(Outcome.SAVED);
        assertThat(assess("A2", 0)).isEqualTo(Outcome.SAVED);
        assertThat(agree("V1", "A1", 1)).isEqualTo(Outcome.SAVED);

        SchoolReport report = report();
        assertThat(report.count(Needs.State.AGREED)).isEqualTo(1).isEqualTo(withBothSignatures());
        assertThat(report.count(Needs.State.SELF_ASSESSED)).isEqualTo(1);
        assertThat(report.count(Needs.State.NOT_BEGUN)).isEqualTo(298);
        assertThat(in(() -> needs.leaders(SchoolTown.TODAY))).hasSize(300);
    }

    @Test
    void a02OnlyTheNearestLeaderAgreesAndNobodyWithThemselves() {
        assertThat(agree("V1", "A1", 0)).as("nothing is said yet").isEqualTo(Outcome.REFUSED);
        assess("A1", 0);

        for (String other : List.of("A1", "V2", "S1", "A2", "HR")) {
            assertThat(agree(other, "A1", 1)).as(other).isEqualTo(Outcome.REFUSED);
        }
        assertThat(assess("HR", 0)).as("no leader").isEqualTo(Outcome.REFUSED);
        assertThat(agree("V1", "A1", 1)).isEqualTo(Outcome.SAVED);
        assess("K", 0);
        assertThat(agree("S1", "K", 1)).isEqualTo(Outcome.REFUSED);
        assertThat(agree("HR", "K", 1)).as("whom nobody leads").isEqualTo(Outcome.SAVED);
    }

    @Test
    void whomOnlyAnLmssAdministratorTakesForTheNearestLeaderNeitherSeesNorAgrees() {
        assess("A1", 0);
        Visitor vouched = new Visitor(town.municipality().id(), town.employee("V1"), null, true);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(vouched, null, List.of());

        assertThat(in(() -> needs.agree(viewers.of(vouched), town.employee("A1"), 1, answers(), SchoolTown.TODAY)))
                .isEqualTo(Outcome.REFUSED);
        assertThat(mvc.get()
                        .uri("/lederskole/ledere/" + town.employee("A1"))
                        .with(authentication(signedIn))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void a02WhoHasNotSeenTheLatestVersionOverwritesNothing() {
        assess("A1", 0);
        assertThat(assess("A1", 0)).isEqualTo(Outcome.STALE);
        assertThat(agree("V1", "A1", 0)).isEqualTo(Outcome.STALE);
        assertThat(agree("V1", "A1", 7)).isEqualTo(Outcome.STALE);
        assertThat(agree("V1", "A1", 1)).isEqualTo(Outcome.SAVED);
        assertThat(assess("A1", 1)).isEqualTo(Outcome.STALE);
        assertThat(assess("A1", 2)).isEqualTo(Outcome.SAVED);

        assertThat(in(() -> assessments.history(town.employee("A1"))))
                .extracting(Assessment::stage)
                .containsExactly(Stage.SELF, Stage.AGREED, Stage.SELF);
        assertThat(report().count(Needs.State.SELF_ASSESSED)).isEqualTo(1);
        assertThat(status(mySchool("A1"), "modul-11"))
                .as("what was agreed stands")
                .isEqualTo("agreed");
        assertThat(in(() -> needs.assess(viewer("A1"), 3, Map.of(), SchoolTown.TODAY)))
                .isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void agreedNeedsAreInThePlanAndNeverInTheFigures() {
        Question all = Question.asOf(SchoolTown.TODAY);
        var before = in(() -> coverage.figures(EVERYTHING, all));
        assess("A1", 0);
        agree("V1", "A1", 1);

        assertThat(in(() -> coverage.figures(EVERYTHING, all))).isEqualTo(before);
        assertThat(count(report(), "modul-11", Place.AGREED)).isEqualTo(1);
        assertThat(mySchool("A1").progress().of()).isEqualTo("3 av 7");
    }

    @Test
    void a03StrategicAndOperativeThemesStandByThemselves() {
        assertThat(mySchool("V1").groups())
                .extracting(SchoolView.Group::title, group -> group.modules().size())
                .containsExactly(tuple("Strategiske temaer", 5), tuple("Operative temaer", 8));
    }

    @Test
    void a05ThePageNamesTheAlternativeThatCovers() {
        assertThat(module(mySchool("A1"), "modul-03").done()).contains("Studiepoeng i økonomi");
        assertThat(module(mySchool("A1"), "modul-01").done()).contains("Modul 01");
    }

    @Test
    void a13MentoringWithoutAnLmsCountsWhenSomebodyHasAttestedIt() {
        assertThat(status(mySchool("T1"), "modul-13")).isEqualTo("overdue");
        town.municipality()
                .sql(
                        "insert into evidence (employer_id, source, external_id, employee_id, competence, achieved_on, kind,"
                                + " recorded_at) values (:e, 'test', '1', ?, 'kompetanse-13', ?, 'ATTESTATION', now())",
                        town.employee("T1").value(),
                        SchoolTown.TODAY.minusDays(3));

        assertThat(status(mySchool("T1"), "modul-13")).isEqualTo("covered");
        assertThat(module(mySchool("T1"), "modul-13").done()).startsWith("Bekreftet ");
    }

    @Test
    void pagesAreForThoseWhomTheyConcern() {
        assess("A1", 0);
        String ofA1 = "/lederskole/ledere/" + town.employee("A1");

        assertThat(get("A1", "/lederskole")).hasStatusOk().bodyText().contains("Egenvurdert");
        assertThat(get("HR", "/lederskole")).hasStatus(403);
        assertThat(get("V1", "/lederskole/ledere")).hasStatusOk().bodyText().contains("Leder A1", "Se og bli enige");
        assertThat(get("V1", ofA1)).hasStatusOk().bodyText().contains("Egen vurdering: stort behov («Ny oppgave»)");
        assertThat(looksAt("A1")).isEqualTo(1);
        assertThat(get("V2", ofA1)).hasStatus(404);
        assertThat(get("A1", ofA1)).hasStatus(404);
        assertThat(get("HR", ofA1)).hasStatus(404);
        assertThat(get("V1", "/planlegging/lederskole")).hasStatus(403);
        assertThat(get("V1", "/planlegging/lederskole.csv")).hasStatus(403);
        assertThat(get("V1", "/planlegging/lederskole/ledere")).hasStatus(403);
        assertThat(get("HR", "/planlegging/lederskole/ledere?tilstand=SELF_ASSESSED"))
                .hasStatusOk()
                .bodyText()
                .contains("Leder A1", "1 leder")
                .doesNotContain("Leder A2");
        assertThat(get("HR", "/planlegging/lederskole/ledere?modul=modul-06&niva=2&side=1"))
                .hasStatusOk()
                .bodyText()
                .contains("40 ledere");
    }

    @Test
    void theFormsSaveAndTellWhatBecameOfIt() {
        Map<String, String> answers = new HashMap<>();
        answers()
                .forEach((module, answer) ->
                        answers.put("behov." + module.value(), answer.need().name()));

        assertThat(post("A1", "/lederskole/behov", 0, answers)).redirectedUrl().isEqualTo("/lederskole?utfall=SAVED");
        assertThat(post("A1", "/lederskole/behov", 0, answers)).redirectedUrl().isEqualTo("/lederskole?utfall=STALE");
        String ofA1 = "/lederskole/ledere/" + town.employee("A1");
        assertThat(post("V2", ofA1, 1, answers)).hasStatus(403);
        assertThat(post("V1", ofA1, 1, answers)).redirectedUrl().isEqualTo("/lederskole/ledere?utfall=SAVED");
        answers.put("behov.modul-01", "HUGE");
        assertThat(post("A1", "/lederskole/behov", 2, answers)).hasStatus(400);
    }

    @Test
    void theFileSaysTheSameAsThePage() {
        MvcTestResult file = get("HR", "/planlegging/lederskole.csv");

        assertThat(file).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(file)
                .bodyText()
                .contains("ledernivaa;modul;navn")
                .contains(";2;modul-06;Modul 06;40;0;40;0;0;0\r\n");
    }

    private SchoolReport report() {
        return in(() -> {
            LeaderPaths inForce = paths.on(SchoolTown.TODAY);
            return SchoolReport.of(
                    inForce, standings.of(EVERYTHING, staff.on(SchoolTown.TODAY).all(), inForce, SchoolTown.TODAY));
        });
    }

    private static long count(SchoolReport report, String module, Place place) {
        return report.levels().values().stream()
                .mapToLong(level -> level.count(new ItemCode(module), place))
                .sum();
    }

    private SchoolView mySchool(String number) {
        return in(() -> mySchool.of(viewer(number), town.employee(number), TODAY, new Words(messages, Locale.of("nb")))
                .orElseThrow());
    }

    private static SchoolView.Module module(SchoolView view, String code) {
        return view.groups().stream()
                .flatMap(group -> group.modules().stream())
                .filter(module -> module.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The status of what is required; whether anything is agreed of what is not. */
    private static String status(SchoolView view, String code) {
        SchoolView.Module module = module(view, code);
        return module.status().map(status -> status.code()).orElse(module.planned() ? "agreed" : "none");
    }

    private Viewer viewer(String number) {
        return viewers.of(town.municipality().visitor(town.employee(number)));
    }

    private static Map<ItemCode, Answer> answers() {
        Map<ItemCode, Answer> answers = new HashMap<>();
        for (int n = 1; n <= 13; n++) {
            answers.put(
                    new ItemCode("modul-%02d".formatted(n)),
                    n == 11
                            ? new Answer(Need.GREAT, Optional.of("Ny oppgave"))
                            : new Answer(Need.NONE, Optional.empty()));
        }
        return answers;
    }

    private Outcome assess(String number, int seen) {
        return in(() -> needs.assess(viewer(number), seen, answers(), SchoolTown.TODAY));
    }

    private Outcome agree(String by, String leader, int seen) {
        return in(() -> needs.agree(viewer(by), town.employee(leader), seen, answers(), SchoolTown.TODAY));
    }

    private long withBothSignatures() {
        return in(
                () -> transactions.execute(_ -> jdbc.sql("""
                select count(distinct s.employee_id)
                  from needs_assessment s
                  join needs_assessment a on a.employee_id = s.employee_id and a.version > s.version
                 where s.stage = 'SELF' and s.made_by = s.employee_id and a.stage = 'AGREED' and a.made_by <> a.employee_id
                """).query(Long.class).single()));
    }

    private long looksAt(String number) {
        return in(() -> transactions.execute(_ -> jdbc.sql("select count(*) from access_look where subject_id = :id")
                .param("id", town.employee(number).value())
                .query(Long.class)
                .single()));
    }

    private <T> T in(Supplier<T> work) {
        return town.municipality().in(work::get);
    }

    private MvcTestResult get(String number, String path) {
        return mvc.get().uri(path).with(authentication(town.as(number))).exchange();
    }

    private MvcTestResult post(String number, String path, int version, Map<String, String> answers) {
        var request = mvc.post().uri(path).with(authentication(town.as(number))).with(csrf());
        answers.forEach(request::param);
        return request.param("versjon", String.valueOf(version)).exchange();
    }
}
