package no.kompetansebro.planning.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.wheel.Delivery.Made;
import no.kompetansebro.planning.wheel.Turn.State;
import no.kompetansebro.planning.wheel.WheelTask.Wish;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes back every year: who delivers it, who is late, and what was frozen. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class WheelIT {

    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));
    private static final int YEAR = TODAY.getYear();

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester mvc;

    Municipality town;
    EmployeeId berit;
    EmployeeId hr;

    @BeforeEach
    void town() {
        town = new Municipality(beans.getBean(JdbcClient.class), beans.getBean(TransactionTemplate.class));
        town.unit("kommune", null);
        town.unit("helse", "kommune");
        town.unit("hjemme", "helse");
        town.unit("sykehjem", "helse");
        town.unit("oppvekst", "kommune");
        town.unit("skole", "oppvekst");
        new Catalogue()
                .course("DYS", ValidityPolicy.FOREVER)
                .requirement("K-DYS", "DYS", Category.MANDATORY, TargetGroup.EVERYONE, 0)
                .of(town, beans);
        berit = town.employee("1");
        town.leader(berit, "helse", START, null);
        hr = town.employee("2");
        town.employment(hr, "kommune", START, null);
        town.grant(hr, "HR", null, START, null);
        for (int n = 10; n < 14; n++) {
            town.employment(town.employee("" + n), n < 12 ? "hjemme" : "skole", START, null);
        }
    }

    @Test
    void a45OnTheFirstOfMayTheUnitsWithoutADeliveredGapAnalysisAreNamedAndTheSnapshotStandsInDecember() {
        UUID task = add(gapAnalysis());
        deliver(
                task,
                "hjemme",
                LocalDate.of(YEAR, 4, 20),
                Optional.of(beans(
                        Wheel.class,
                        wheel -> wheel.figures(
                                Viewer.ofEverything(), new UnitCode("hjemme"), LocalDate.of(YEAR, 4, 20)))));

        assertThat(states(LocalDate.of(YEAR, 5, 1)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("hjemme", State.DELIVERED, "sykehjem", State.LATE, "skole", State.LATE));
        assertThat(states(LocalDate.of(YEAR, 4, 30)).values()).doesNotContain(State.LATE);
        assertThat(states(LocalDate.of(YEAR, 4, 19)).get("hjemme")).isEqualTo(State.OPEN);

        FrozenFigures before = frozen();
        assertThat(before.total().pairs()).isEqualTo(2);
        assertThat(before.total().covered()).isZero();
        town.sql("""
                insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)
                select :e, 'test', employee_no, employee_id, 'DYS', date '2016-01-01', now() from employee
                """);
        assertThat(beans(
                                Wheel.class,
                                wheel -> wheel.figures(Viewer.ofEverything(), new UnitCode("hjemme"), before.asOf()))
                        .total()
                        .covered())
                .isEqualTo(2);
        assertThat(frozen()).isEqualTo(before);
        UUID id = beans(Deliveries.class, all -> all.of(YEAR)).getFirst().id();
        assertThat(get(berit, DeliveryPage.path(id))).bodyText().contains("0 av 2", "Krav K-DYS");
    }

    @Test
    void a52EachLevelHasItsTasksAndALeaderAddsThoseOfTheOwnUnits() {
        add(wish("Revisjon av planen", WheelLevel.MUNICIPALITY, Optional.empty()));
        add(wish("Seksjonsplan", WheelLevel.SECTION, Optional.empty()));
        assertThat(post(berit, TaskPage.PATH, form("helse"))).hasRedirectedUrl(WheelPage.PATH + "?utfall=lagret");

        assertThat(turns())
                .containsExactlyInAnyOrder(
                        "Revisjon av planen kommune",
                        "Seksjonsplan helse",
                        "Seksjonsplan oppvekst",
                        "Etikkdag hjemme",
                        "Etikkdag sykehjem");
        assertThat(get(hr, WheelPage.PATH)).bodyText().contains("Revisjon av planen", "Seksjonsplan", "Etikkdag");
        assertThat(get(berit, WheelPage.PATH)).bodyText().contains("Etikkdag").doesNotContain("oppvekst");
        assertThat(post(berit, TaskPage.PATH, form("oppvekst"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(berit, TaskPage.PATH, form(""))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(turns()).hasSize(5);
    }

    @Test
    void a62AUnitDeliversOnceAndDeliversAnewWhatItTookBack() {
        UUID task = add(new Wish(
                "Gruppearbeid",
                "",
                WheelLevel.UNIT,
                Optional.of(new UnitCode("helse")),
                "",
                MonthDay.of(1, 1),
                MonthDay.of(1, 1),
                false,
                Optional.empty(),
                YEAR,
                Optional.of(YEAR)));
        Map<String, String> form =
                Map.of("oppgave", "" + task, "enhet", "hjemme", "ar", "" + YEAR, "merknad", "Se vedlegg i sak 12");

        assertThat(post(berit, DeliverPage.PATH, form)).hasRedirectedUrl(WheelPage.PATH + "?utfall=levert");
        assertThat(post(berit, DeliverPage.PATH, form)).hasRedirectedUrl(WheelPage.PATH + "?utfall=alleredeLevert");
        Delivery delivery = beans(Deliveries.class, all -> all.of(YEAR)).getFirst();
        assertThat(delivery.made().note()).isEqualTo("Se vedlegg i sak 12");
        assertThat(post(berit, DeliveryPage.path(delivery.id()) + "/trekk", Map.of("grunn", "Feil fil")))
                .hasRedirectedUrl(WheelPage.PATH + "?utfall=trukket");
        assertThat(post(berit, DeliverPage.PATH, form)).hasRedirectedUrl(WheelPage.PATH + "?utfall=levert");

        Map<String, String> elsewhere = new HashMap<>(form);
        elsewhere.put("enhet", "skole");
        assertThat(post(berit, DeliverPage.PATH, elsewhere)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(hr, DeliverPage.PATH, elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        Map<WheelTask, List<Turn>> next = beans(Wheel.class, wheel -> wheel.turns(YEAR + 1, tree()));
        assertThat(next).isEmpty();
    }

    @Test
    void a27AGoalWithADeadlineShowsTheShareOfStaffBesideItsMilestone() {
        add(new Wish(
                "Dysleksivennlig skole",
                "",
                WheelLevel.UNIT,
                Optional.of(new UnitCode("skole")),
                "Rektor",
                MonthDay.of(1, 1),
                MonthDay.of(12, 31),
                false,
                Optional.of(new RequirementCode("K-DYS")),
                YEAR,
                Optional.of(YEAR)));
        town.sql("""
                insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)
                select :e, 'test', employee_no, employee_id, 'DYS', date '2016-01-01', now() from employee where employee_no = '12'
                """);

        assertThat(get(hr, WheelPage.PATH)).bodyText().contains("Krav K-DYS: 50,0");
    }

    @Test
    void whoHasNotSeenTheLatestVersionOverwritesNothingAndBadInputIsNamed() {
        UUID task = add(gapAnalysis());
        Map<String, String> change = form("");
        change.put("versjon", "1");
        assertThat(post(hr, TaskPage.PATH + "/" + task, change)).hasRedirectedUrl(WheelPage.PATH + "?utfall=lagret");
        assertThat(post(hr, TaskPage.PATH + "/" + task, change)).bodyText().contains("Noen andre har endret");
        change.putAll(
                Map.of("versjon", "2", "navn", " ", "fristMaaned", "2", "fristDag", "31", "til", "1999", "krav", "X"));
        assertThat(post(hr, TaskPage.PATH + "/" + task, change))
                .bodyText()
                .contains("Skriv hva som skal", "en dag og en måned", "Siste år kan ikke", "Velg et krav");
        assertThat(beans(WheelTasks.class, WheelTasks::all))
                .extracting(WheelTask::version)
                .containsExactly(2);
        assertThat(get(berit, TaskPage.PATH + "/" + task)).hasStatus(HttpStatus.FORBIDDEN);
        EmployeeId kari = town.employee("99");
        town.employment(kari, "hjemme", START, null);
        assertThat(get(kari, WheelPage.PATH)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private static Map<String, String> form(String unit) {
        return new HashMap<>(Map.of(
                "navn",
                "Etikkdag",
                "niva",
                "UNIT",
                "enhet",
                unit,
                "apnerMaaned",
                "1",
                "apnerDag",
                "1",
                "fristMaaned",
                "10",
                "fristDag",
                "31",
                "fra",
                "" + YEAR));
    }

    private static Wish gapAnalysis() {
        return new Wish(
                "GAP-analyse",
                "",
                WheelLevel.UNIT,
                Optional.empty(),
                "Virksomhetsleder",
                MonthDay.of(1, 1),
                MonthDay.of(4, 30),
                true,
                Optional.empty(),
                2020,
                Optional.empty());
    }

    private static Wish wish(String name, WheelLevel level, Optional<UnitCode> area) {
        return new Wish(
                name,
                "",
                level,
                area,
                "",
                MonthDay.of(2, 1),
                MonthDay.of(11, 30),
                false,
                Optional.empty(),
                2020,
                Optional.empty());
    }

    private List<String> turns() {
        return beans(Wheel.class, wheel -> wheel.turns(YEAR, tree())).entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(turn -> each.getKey().wish().name() + " " + turn.unit()))
                .toList();
    }

    private Map<String, State> states(LocalDate date) {
        Map<String, State> states = new HashMap<>();
        beans(Wheel.class, wheel -> wheel.turns(YEAR, tree()))
                .values()
                .forEach(turns -> turns.forEach(turn -> states.put(turn.unit().value(), turn.on(date))));
        return states;
    }

    private UnitTree tree() {
        return beans.getBean(Units.class).tree();
    }

    private FrozenFigures frozen() {
        return beans(Deliveries.class, all -> all.of(YEAR)).getFirst().figures().orElseThrow();
    }

    private UUID add(Wish wish) {
        return beans(WheelTasks.class, tasks -> tasks.add(wish, hr));
    }

    private void deliver(UUID task, String unit, LocalDate on, Optional<FrozenFigures> figures) {
        beans(Deliveries.class, all -> all.add(new Made(task, new UnitCode(unit), YEAR, ""), on, figures, hr));
    }

    private <B, T> T beans(Class<B> bean, Function<B, T> work) {
        return at(() -> work.apply(beans.getBean(bean)));
    }

    private <T> T at(Supplier<T> work) {
        return town.in(() -> beans.getBean(TransactionTemplate.class).execute(_ -> work.get()));
    }

    private MvcTestResult get(EmployeeId who, String path) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "nb")
                .with(authentication(as(who)))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(EmployeeId who, String path, Map<String, String> form) {
        var request = MockMvcRequestBuilders.post(path)
                .header("Accept-Language", "nb")
                .with(authentication(as(who)))
                .with(csrf());
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private UsernamePasswordAuthenticationToken as(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
    }
}
