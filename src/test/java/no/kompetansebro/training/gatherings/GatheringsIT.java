package no.kompetansebro.training.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Forecasts;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUpChange.Cause;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.gatherings.Outcome.Done;
import no.kompetansebro.training.gatherings.Outcome.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Gatherings from planning to the ledger; the practices that they are for by their numbers. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class GatheringsIT {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate TODAY = LocalDate.now(OSLO);
    private static final Instant NOW = Instant.now();
    private static final ItemCode COURSE = new ItemCode("FH-01");
    private static final ItemCode WELCOME = new ItemCode("NY-01");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Competences competences;

    @Autowired
    Items items;

    @Autowired
    AwardRules rules;

    @Autowired
    Requirements requirements;

    @Autowired
    Viewers viewers;

    @Autowired
    Gatherings gatherings;

    @Autowired
    SignUps signUps;

    @Autowired
    Scheduling scheduling;

    @Autowired
    SigningUp signingUp;

    @Autowired
    Attendance attendance;

    @Autowired
    Invitations invitations;

    @Autowired
    Results results;

    @Autowired
    Coverage coverage;

    @Autowired
    Forecasts forecasts;

    @Autowired
    CalendarAddresses addresses;

    private Municipality town;
    private EmployeeId hr;
    private EmployeeId leader;

    /** Whoever works in HT needs the course; whoever works in SH may come to it. */
    @BeforeEach
    void aMunicipality() {
        town = new Municipality(jdbc, transactions);
        town.unit("K", null);
        town.unit("HT", "K");
        town.unit("SH", "K");
        town.in(() -> transactions.execute(_ -> {
            competences.replaceAll(List.of(competence("forstehjelp"), competence("omvisning")));
            items.replaceAll(List.of(item(COURSE, "Førstehjelp"), item(WELCOME, "Nytilsattes dag")));
            rules.replaceAll(List.of(rule("forstehjelp", COURSE), rule("omvisning", WELCOME)));
            requirements.replaceAll(List.of(
                    requirement("K-FH", "forstehjelp", Category.STATUTORY, "HT"),
                    requirement("A-NY", "omvisning", Category.RECOMMENDED, "K")));
            return true;
        }));
        hr = employed("1", "K", TODAY.minusYears(5));
        town.grant(hr, "HR", null, TODAY.minusYears(1), null);
        leader = town.employee("2");
        town.leader(leader, "HT", TODAY.minusYears(5), null);
    }

    private static Competence competence(String code) {
        return new Competence(
                new CompetenceCode(code),
                LocalizedName.of(code),
                Competence.Kind.SKILL,
                Set.of(),
                Optional.empty(),
                ValidityPolicy.FOREVER);
    }

    private static Item item(ItemCode code, String name) {
        return new Item(
                code,
                LocalizedName.of(name),
                Item.Kind.GATHERING,
                Optional.of(Item.Arena.CLASSROOM),
                Optional.of(new BigDecimal(4)),
                Item.LmsReference.NONE);
    }

    private static AwardRule rule(String competence, ItemCode item) {
        return new AwardRule(
                competence,
                new CompetenceCode(competence),
                Optional.empty(),
                new Criterion.Achieved(item, Optional.empty(), ValidityPolicy.FOREVER));
    }

    private static Requirement requirement(String code, String competence, Category category, String unit) {
        return new Requirement(
                new RequirementCode(code),
                LocalizedName.of(code),
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                90,
                new Requirement.OfPeople(
                        new CompetenceCode(competence),
                        Optional.empty(),
                        new TargetGroup.InUnit(new no.kompetansebro.organisation.UnitCode(unit)),
                        Optional.empty(),
                        0));
    }

    private EmployeeId employed(String number, String unit, LocalDate from) {
        EmployeeId employee = town.employee(number);
        town.employment(employee, unit, from, null);
        return employee;
    }

    private List<EmployeeId> employed(String unit, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> employed(String.valueOf(number), unit, TODAY.minusYears(3)))
                .toList();
    }

    private Viewer viewer(EmployeeId employee) {
        return town.in(() -> viewers.of(town.visitor(employee)));
    }

    private GatheringId planned(ItemCode item, LocalDate date, UnaryOperator<Gathering> with) {
        Gathering gathering = with.apply(new Gathering(
                new GatheringId(TimeOrderedId.next(NOW)),
                item,
                List.of(new Gathering.Day(
                        date.atTime(9, 0).atZone(OSLO).toInstant(),
                        date.atTime(15, 0).atZone(OSLO).toInstant())),
                Optional.of("Kommunestyresalen"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0));
        town.in(() -> {
            scheduling.plan(viewer(hr), gathering, NOW);
            return true;
        });
        return gathering.id();
    }

    private GatheringId planned(LocalDate date) {
        return planned(COURSE, date, gathering -> gathering);
    }

    private static UnaryOperator<Gathering> seats(int seats, LocalDate until) {
        return g -> new Gathering(
                g.id(),
                g.item(),
                g.days(),
                g.place(),
                g.online(),
                Optional.of(seats),
                g.hours(),
                Optional.ofNullable(until),
                g.responsible(),
                g.cancelled(),
                g.version());
    }

    private static Gathering with(Gathering g, Optional<BigDecimal> hours, Optional<EmployeeId> responsible) {
        return new Gathering(
                g.id(),
                g.item(),
                g.days(),
                g.place(),
                g.online(),
                g.capacity(),
                hours,
                g.signUpUntil(),
                responsible,
                g.cancelled(),
                g.version());
    }

    private Outcome signUp(GatheringId gathering, EmployeeId employee) {
        Viewer viewer = viewer(employee);
        return town.in(() -> signingUp.oneself(viewer, gathering, NOW));
    }

    private Outcome signUp(EmployeeId by, GatheringId gathering, EmployeeId... employees) {
        Viewer viewer = viewer(by);
        return town.in(() -> signingUp.others(viewer, gathering, List.of(employees), NOW));
    }

    private Outcome withdraw(EmployeeId by, GatheringId gathering, EmployeeId employee, Instant now) {
        Viewer viewer = viewer(by);
        return town.in(() -> signingUp.withdraw(viewer, gathering, employee, now));
    }

    private State state(GatheringId gathering, EmployeeId employee) {
        return town.in(() -> signUps.of(gathering)).stream()
                .filter(each -> each.employee().equals(employee))
                .map(SignUp::state)
                .findAny()
                .orElse(State.WITHDRAWN);
    }

    private Map<State, Long> states(GatheringId gathering) {
        return town.in(() -> signUps.of(gathering)).stream()
                .collect(Collectors.groupingBy(SignUp::state, Collectors.counting()));
    }

    private List<Cause> causes(GatheringId gathering, EmployeeId employee) {
        return town.in(() -> signUps.history(gathering)).stream()
                .filter(each -> each.employee().equals(employee))
                .map(SignUps.Kept::cause)
                .toList();
    }

    private int version(GatheringId gathering) {
        return town.in(() -> gatherings.find(gathering)).orElseThrow().version();
    }

    @Test
    void a08ThoseWhoNeedItGoBeforeThoseWhoMayComeIfThereIsRoom() {
        List<EmployeeId> may = employed("SH", 100, 2);
        List<EmployeeId> must = employed("HT", 200, 3);
        GatheringId course = planned(COURSE, TODAY.plusDays(20), seats(2, TODAY.plusDays(10)));

        assertThat(signUp(course, may.get(0))).isEqualTo(new Done(1, 0));
        assertThat(signUp(course, may.get(1))).isEqualTo(new Done(1, 0));
        assertThat(signUp(course, must.get(0))).isEqualTo(new Done(1, 0));
        assertThat(state(course, may.get(0))).isEqualTo(State.SIGNED_UP);
        assertThat(state(course, may.get(1))).isEqualTo(State.WAITING);
        assertThat(causes(course, may.get(1))).containsExactly(Cause.SIGN_UP, Cause.GAVE_WAY);

        signUp(course, must.get(1));
        assertThat(signUp(course, must.get(2))).isEqualTo(new Done(0, 1));
        assertThat(states(course)).containsEntry(State.SIGNED_UP, 2L).containsEntry(State.WAITING, 3L);

        withdraw(must.get(0), course, must.get(0), NOW);
        assertThat(state(course, must.get(2))).isEqualTo(State.SIGNED_UP);
        assertThat(causes(course, must.get(2))).containsExactly(Cause.SIGN_UP, Cause.SEAT_FREED);
        assertThat(state(course, may.get(0))).isEqualTo(State.WAITING);
    }

    @Test
    void a08WhoHasASeatAfterTheDeadlineKeepsIt() {
        EmployeeId may = employed("SH", 100, 1).getFirst();
        EmployeeId must = employed("HT", 200, 1).getFirst();
        GatheringId course = planned(COURSE, TODAY.plusDays(20), seats(1, TODAY.plusDays(10)));
        signUp(course, may);
        Instant late = NOW.plus(Duration.ofDays(12));

        assertThat(town.in(() -> signingUp.oneself(viewer(must), course, late))).isEqualTo(Outcome.refused(Why.CLOSED));
        assertThat(town.in(() -> signingUp.others(viewer(hr), course, List.of(must), late)))
                .isEqualTo(new Done(0, 1));
        assertThat(state(course, may)).isEqualTo(State.SIGNED_UP);
    }

    @Test
    void whoSitsThereKeepsTheSeatWhenSomebodyWhoNeedsItComesInTheDoor() {
        EmployeeId may = employed("SH", 100, 1).getFirst();
        EmployeeId must = employed("HT", 200, 1).getFirst();
        GatheringId course = planned(COURSE, TODAY, seats(1, TODAY));
        Instant before = TODAY.atTime(8, 0).atZone(OSLO).toInstant();
        Instant during = TODAY.atTime(10, 0).atZone(OSLO).toInstant();
        Viewer him = viewer(may);
        Viewer planner = viewer(hr);

        assertThat(town.in(() -> signingUp.oneself(him, course, before))).isEqualTo(new Done(1, 0));
        assertThat(town.in(() -> signingUp.others(planner, course, List.of(must), during)))
                .isEqualTo(new Done(0, 1));
        assertThat(state(course, may)).isEqualTo(State.SIGNED_UP);
    }

    @Test
    void hrOfAnAreaChangesAndCancelsOnlyWhatItsOwnPeopleAreSignedUpTo() {
        EmployeeId areaHr = employed("7", "K", TODAY.minusYears(3));
        town.grant(areaHr, "HR", "SH", TODAY.minusYears(1), null);
        EmployeeId own = employed("SH", 100, 1).getFirst();
        EmployeeId others = employed("HT", 200, 1).getFirst();
        GatheringId course = planned(TODAY.plusDays(20));
        String path = GatheringsPage.path(course);
        signUp(course, own);

        assertThat(get(areaHr, path + "/endre")).hasStatusOk();
        assertThat(changed(areaHr, course)).isEqualTo(new Done(1, 0));
        signUp(course, others);
        assertThat(get(areaHr, path + "/endre")).hasStatus(403);
        assertThat(get(areaHr, path)).bodyText().doesNotContain(path + "/endre", "/avlys");
        assertThat(changed(areaHr, course)).isEqualTo(Outcome.refused(Why.NOT_YOURS));
        assertThat(post(areaHr, path + "/avlys", "versjon", "1", "grunn", "Ferie"))
                .hasStatus(403);
        assertThat(changed(hr, course)).isEqualTo(new Done(2, 0));
    }

    private Outcome changed(EmployeeId by, GatheringId course) {
        Viewer viewer = viewer(by);
        return town.in(() -> scheduling.change(viewer, gatherings.find(course).orElseThrow(), NOW));
    }

    @Test
    void whatIsOnlyRecommendedMakesNobodyGoFirst() {
        EmployeeId may = employed("SH", 100, 1).getFirst();
        GatheringId welcome = planned(WELCOME, TODAY.plusDays(20), seats(5, null));

        signUp(welcome, may);

        assertThat(town.in(() -> signUps.of(welcome)).getFirst().priority()).isEqualTo(SignUp.Priority.VOLUNTARY);
    }

    @Test
    void whatIsAssignedToSomebodyMakesThemGoFirst() {
        EmployeeId may = employed("SH", 100, 1).getFirst();
        EmployeeId assigned = employed("SH", 101, 1).getFirst();
        UUID assignment = UUID.randomUUID();
        town.sql(
                "insert into assignment (employer_id, assignment_id, items, kind, audience, due_on, afresh, reason,"
                        + " assigned_on, assigned_at)"
                        + " values (:e, ?, array['FH-01'], 'IMPOSED', 'PEOPLE', ?, false, 'Vikar i HT', ?, now())",
                assignment,
                TODAY.plusDays(60),
                TODAY);
        town.sql(
                "insert into assignment_person (employer_id, assignment_id, employee_id) values (:e, ?, ?)",
                assignment,
                assigned.value());
        GatheringId course = planned(COURSE, TODAY.plusDays(20), seats(1, TODAY.plusDays(10)));
        signUp(course, may);

        assertThat(signUp(course, assigned)).isEqualTo(new Done(1, 0));
        assertThat(state(course, may)).isEqualTo(State.WAITING);
    }

    @Test
    void aSeatCountsInTheForecastThatIncludesWhatIsPlannedFromItsLastDay() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        EmployeeId ola = employed("HT", 201, 1).getFirst();
        GatheringId course = planned(COURSE, TODAY.plusDays(20), seats(1, null));
        signUp(course, kari);
        signUp(course, ola);

        assertThat(forecast(kari, TODAY)).isEqualTo(Status.OVERDUE);
        assertThat(forecast(kari, TODAY.plusDays(19))).isEqualTo(Status.OVERDUE);
        assertThat(forecast(kari, TODAY.plusDays(20))).isEqualTo(Status.COVERED);
        assertThat(forecast(ola, TODAY.plusDays(20))).isEqualTo(Status.OVERDUE);
        town.in(() -> scheduling.cancel(viewer(hr), course, 0, "Kursholderen er syk", NOW));
        assertThat(forecast(kari, TODAY.plusDays(20))).isEqualTo(Status.OVERDUE);
    }

    private Status forecast(EmployeeId employee, LocalDate date) {
        List<Pair> pairs = new ArrayList<>();
        town.in(() -> {
            forecasts
                    .withPlanned()
                    .pairs(
                            Viewer.ofEverything(),
                            Question.asOf(date).of(employee).of(new RequirementCode("K-FH")),
                            pairs::add);
            return true;
        });
        return pairs.getFirst().status();
    }

    @Test
    void thereAreNeverMoreSeatsTakenThanThereAreHoweverManySignUpAtOnce() throws Exception {
        List<EmployeeId> everybody = new ArrayList<>(employed("SH", 100, 12));
        everybody.addAll(employed("HT", 200, 12));
        GatheringId course = planned(COURSE, TODAY.plusDays(20), seats(5, TODAY.plusDays(10)));

        atOnce(everybody, employee -> signUp(course, employee));
        assertThat(states(course)).containsEntry(State.SIGNED_UP, 5L).containsEntry(State.WAITING, 19L);
        List<EmployeeId> seated = with(course, State.SIGNED_UP);
        assertThat(town.in(() -> signUps.of(course)))
                .filteredOn(each -> each.state() == State.SIGNED_UP)
                .allMatch(each -> each.priority() == SignUp.Priority.REQUIRED);

        atOnce(seated, employee -> withdraw(employee, course, employee, NOW));
        assertThat(states(course))
                .containsEntry(State.SIGNED_UP, 5L)
                .containsEntry(State.WAITING, 14L)
                .containsEntry(State.WITHDRAWN, 5L);
        assertThat(with(course, State.SIGNED_UP))
                .allSatisfy(employee -> assertThat(causes(course, employee))
                        .filteredOn(Cause.SEAT_FREED::equals)
                        .hasSize(1));
    }

    private List<EmployeeId> with(GatheringId gathering, State state) {
        return town.in(() -> signUps.of(gathering)).stream()
                .filter(each -> each.state() == state)
                .map(SignUp::employee)
                .toList();
    }

    private static void atOnce(List<EmployeeId> employees, java.util.function.Function<EmployeeId, Outcome> work)
            throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (EmployeeId employee : employees) {
                Callable<Outcome> task = () -> {
                    ready.await();
                    return work.apply(employee);
                };
                outcomes.add(threads.submit(task));
            }
            ready.countDown();
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Done.class);
            }
        }
    }

    @Test
    void aLeaderSignsUpOwnPeopleAndNobodyElses() {
        List<EmployeeId> own = employed("HT", 200, 2);
        EmployeeId other = employed("SH", 100, 1).getFirst();
        GatheringId course = planned(TODAY.plusDays(20));

        assertThat(signUp(leader, course, own.get(0), other)).isEqualTo(Outcome.refused(Why.NOT_YOURS));
        assertThat(states(course)).isEmpty();
        assertThat(signUp(leader, course, own.get(0), own.get(1))).isEqualTo(new Done(2, 0));
        assertThat(signUp(leader, course, own.get(0), own.get(1))).isEqualTo(Outcome.refused(Why.NOTHING));
        assertThat(withdraw(leader, course, own.get(0), NOW)).isEqualTo(new Done(0, 0));
        assertThat(withdraw(other, course, own.get(1), NOW)).isEqualTo(Outcome.refused(Why.NOT_YOURS));
    }

    @Test
    void whatHasBegunOrIsCancelledTakesNobody() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        GatheringId held = planned(TODAY.minusDays(1));
        GatheringId cancelled = planned(TODAY.plusDays(20));
        town.in(() -> scheduling.cancel(viewer(hr), cancelled, 0, "Kursholderen er syk", NOW));

        assertThat(signUp(held, kari)).isEqualTo(Outcome.refused(Why.BEGUN));
        assertThat(signUp(cancelled, kari)).isEqualTo(Outcome.refused(Why.CANCELLED));
        assertThat(signUp(hr, held, kari)).isEqualTo(new Done(1, 0));
    }

    @Test
    void moreSeatsGoToThoseWhoWaitAndFewerThanAreTakenAreRefused() {
        List<EmployeeId> must = employed("HT", 200, 3);
        GatheringId course = planned(COURSE, TODAY.plusDays(20), seats(2, null));
        must.forEach(employee -> signUp(course, employee));
        Gathering before = town.in(() -> gatherings.find(course)).orElseThrow();

        assertThat(change(seats(1, null).apply(before))).isEqualTo(Outcome.refused(Why.TOO_SMALL));
        assertThat(change(seats(3, null).apply(before))).isInstanceOf(Done.class);
        assertThat(state(course, must.get(2))).isEqualTo(State.SIGNED_UP);
        assertThat(change(seats(9, null).apply(before))).isEqualTo(Outcome.refused(Why.CHANGED));
    }

    private Outcome change(Gathering gathering) {
        Viewer viewer = viewer(hr);
        return town.in(() -> scheduling.change(viewer, gathering, NOW));
    }

    @Test
    void a17InvitesWhoeverBeganInTheLastSixMonthsAndHasNotAttended() {
        EmployeeId fresh = employed("301", "SH", TODAY.minusMonths(6).plusDays(1));
        EmployeeId attended = employed("302", "SH", TODAY.minusMonths(2));
        town.result(attended, WELCOME.value(), TODAY.minusMonths(1));
        employed("303", "SH", TODAY.minusMonths(6));
        EmployeeId moved = employed("304", "SH", TODAY.minusMonths(1));
        town.employment(moved, "HT", TODAY.minusYears(2), TODAY.minusMonths(1));
        EmployeeId back = employed("305", "SH", TODAY.minusMonths(1));
        town.employment(back, "HT", TODAY.minusYears(8), TODAY.minusYears(3));
        employed("306", "SH", TODAY.plusMonths(1));
        EmployeeId gone = town.employee("307");
        town.employment(gone, "SH", TODAY.minusMonths(3), TODAY.minusMonths(1));
        GatheringId welcome = planned(TODAY.plusDays(30));
        GatheringId day = planned(WELCOME, TODAY.plusDays(30), g -> g);

        assertThat(invited(hr, day, 6).fresh()).containsExactlyInAnyOrder(fresh, back);
        assertThat(invited(leader, day, 6).fresh()).isEmpty();
        signUp(hr, day, fresh);
        assertThat(invited(hr, day, 6).fresh()).containsExactly(back);
        assertThat(invited(hr, welcome, 6).needing()).containsExactly(leader);
    }

    private Invitations.Lists invited(EmployeeId by, GatheringId gathering, int months) {
        Viewer viewer = viewer(by);
        return town.in(() -> invitations.of(viewer, gatherings.find(gathering).orElseThrow(), months));
    }

    private Outcome register(
            EmployeeId by,
            GatheringId gathering,
            int version,
            Set<EmployeeId> listed,
            Set<EmployeeId> came,
            String why) {
        Viewer viewer = viewer(by);
        Attendance.Sheet sheet = new Attendance.Sheet(version, listed, came, why);
        return town.in(() -> attendance.register(viewer, gathering, sheet, NOW));
    }

    private Status status(EmployeeId employee) {
        List<Pair> pairs = new ArrayList<>();
        town.in(() -> {
            coverage.pairs(
                    Viewer.ofEverything(),
                    Question.asOf(TODAY).of(employee).of(new RequirementCode("K-FH")),
                    pairs::add);
            return true;
        });
        return pairs.getFirst().status();
    }

    @Test
    void a43AnAttendanceListIsRegisteredInOneGoAndCountsAtOnce() {
        List<EmployeeId> own = employed("HT", 200, 3);
        GatheringId course =
                planned(COURSE, TODAY.minusDays(2), g -> with(g, Optional.of(new BigDecimal("7.5")), Optional.empty()));
        signUp(hr, course, own.toArray(EmployeeId[]::new));
        assertThat(status(own.get(0))).isEqualTo(Status.OVERDUE);
        Set<EmployeeId> came = Set.of(own.get(0), own.get(1));

        assertThat(register(leader, course, 0, Set.copyOf(own), came, "")).isEqualTo(new Done(2, 1));
        assertThat(states(course)).containsEntry(State.ATTENDED, 2L).containsEntry(State.ABSENT, 1L);
        assertThat(status(own.get(0))).isEqualTo(Status.COVERED);
        assertThat(status(own.get(2))).isEqualTo(Status.OVERDUE);
        Result result = town.in(() -> results.of(own.get(0), COURSE)).getFirst();
        assertThat(result.source()).isEqualTo("gathering");
        assertThat(result.externalId()).isEqualTo(course + "/" + own.get(0));
        assertThat(result.achievedOn()).isEqualTo(TODAY.minusDays(2));
        assertThat(result.hours()).contains(new BigDecimal("7.5"));

        assertThat(register(leader, course, 0, Set.copyOf(own), came, "")).isEqualTo(Outcome.refused(Why.NOTHING));
        assertThat(town.in(() -> results.of(own.get(0), COURSE))).hasSize(1);
    }

    @Test
    void a43ACorrectionHasAReasonAndNothingIsOverwrittenSilently() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        EmployeeId ola = employed("HT", 300, 1).getFirst();
        GatheringId course = planned(TODAY.minusDays(2));
        signUp(hr, course, kari, ola);
        Set<EmployeeId> both = Set.of(kari, ola);
        register(leader, course, 0, both, Set.of(kari), "");

        assertThat(register(hr, course, 0, both, Set.of(ola), "Feil liste")).isEqualTo(Outcome.refused(Why.CHANGED));
        assertThat(register(hr, course, 1, both, Set.of(ola), " ")).isEqualTo(Outcome.refused(Why.NO_REASON));
        assertThat(status(kari)).isEqualTo(Status.COVERED);
        assertThat(register(hr, course, 1, both, Set.of(ola), "Feil liste")).isEqualTo(new Done(1, 1));
        assertThat(status(kari)).isEqualTo(Status.OVERDUE);
        assertThat(status(ola)).isEqualTo(Status.COVERED);

        assertThat(register(hr, course, 2, both, both, "Kari var der likevel")).isEqualTo(new Done(1, 0));
        assertThat(status(kari)).isEqualTo(Status.COVERED);
        assertThat(town.in(() -> results.of(kari, COURSE)).getFirst().externalId())
                .isEqualTo(course + "/" + kari + "/2");
        assertThat(town.in(() -> signUps.history(course)))
                .filteredOn(each -> each.cause() == Cause.CORRECTION)
                .extracting(each -> each.reason().orElse(""), each -> each.by().orElseThrow())
                .contains(org.assertj.core.groups.Tuple.tuple("Kari var der likevel", hr))
                .hasSize(3);
    }

    @Test
    void nobodyRegistersThemselvesNorOthersPeopleNorAheadOfTime() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        EmployeeId petter = employed("SH", 100, 1).getFirst();
        GatheringId held = planned(COURSE, TODAY.minusDays(2), g -> with(g, Optional.empty(), Optional.of(kari)));
        signUp(hr, held, kari, petter, leader);
        GatheringId ahead = planned(TODAY.plusDays(1));
        signUp(hr, ahead, kari);

        assertThat(register(leader, held, 0, Set.of(leader), Set.of(leader), ""))
                .isEqualTo(Outcome.refused(Why.NOT_YOURS));
        assertThat(register(leader, held, 0, Set.of(petter), Set.of(petter), ""))
                .isEqualTo(Outcome.refused(Why.NOT_YOURS));
        assertThat(register(petter, held, 0, Set.of(kari), Set.of(kari), "")).isEqualTo(Outcome.refused(Why.NOT_YOURS));
        assertThat(register(leader, ahead, 0, Set.of(kari), Set.of(kari), ""))
                .isEqualTo(Outcome.refused(Why.TOO_EARLY));
        assertThat(register(kari, held, 0, Set.of(petter, leader), Set.of(petter), ""))
                .isEqualTo(new Done(1, 1));
    }

    @Test
    void whomOnlyAnLmssAdministratorTakesForWhoIsResponsibleSeesNobodyAndRegistersNobody() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        EmployeeId teacher = employed("SH", 100, 1).getFirst();
        GatheringId course = planned(COURSE, TODAY.minusDays(2), g -> with(g, Optional.empty(), Optional.of(teacher)));
        signUp(hr, course, kari);
        String path = GatheringsPage.path(course) + "/oppmote";
        var vouched =
                new UsernamePasswordAuthenticationToken(new Visitor(town.id(), teacher, null, true), null, List.of());

        assertThat(get(teacher, path)).hasStatusOk();
        assertThat(get(teacher, GatheringsPage.path(course))).bodyText().contains("Trenger den for et krav");
        assertThat(mvc.get().uri(path).with(authentication(vouched)).exchange()).hasStatus(403);
        assertThat(mvc.get()
                        .uri(GatheringsPage.path(course))
                        .with(authentication(vouched))
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Trenger den for et krav");
    }

    @Test
    void aGatheringWithAttendanceIsNeitherChangedNorCancelled() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        GatheringId course = planned(TODAY.minusDays(2));
        signUp(hr, course, kari);
        register(leader, course, 0, Set.of(kari), Set.of(kari), "");
        Gathering now = town.in(() -> gatherings.find(course)).orElseThrow();

        assertThat(change(now)).isEqualTo(Outcome.refused(Why.SETTLED));
        assertThat(town.in(() -> scheduling.cancel(viewer(hr), course, version(course), "Feil", NOW)))
                .isEqualTo(Outcome.refused(Why.SETTLED));
    }

    private MvcTestResult get(EmployeeId who, String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(signedIn(who)))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(EmployeeId who, String path, String... fields) {
        var request = mvc.post().uri(path).with(authentication(signedIn(who))).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private UsernamePasswordAuthenticationToken signedIn(EmployeeId who) {
        return new UsernamePasswordAuthenticationToken(town.visitor(who), null, List.of());
    }

    @Test
    void eachSeesAndDoesWhatTheyMay() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        EmployeeId petter = employed("SH", 100, 1).getFirst();
        String path = GatheringsPage.path(planned(TODAY.plusDays(20)));

        assertThat(get(kari, GatheringsPage.PATH)).hasStatusOk().bodyText().contains("Førstehjelp");
        assertThat(get(kari, path)).hasStatusOk();
        assertThat(get(kari, path + "/deltakere")).hasStatus(403);
        assertThat(get(kari, path + "/oppmote")).hasStatus(403);
        assertThat(get(kari, path + "/meld-pa")).hasStatus(403);
        assertThat(get(kari, path + "/endre")).hasStatus(403);
        assertThat(get(kari, GatheringsPage.PATH + "/ny")).hasStatus(403);
        assertThat(post(kari, path + "/avlys", "versjon", "0", "grunn", "x")).hasStatus(403);
        assertThat(get(kari, GatheringsPage.PATH + "/" + hr)).hasStatus(404);
        assertThat(post(leader, path + "/meld-pa", "ansatt", petter.toString())).hasStatus(403);
        assertThat(post(leader, path + "/meld-pa", "nummer", "100"))
                .hasStatusOk()
                .bodyText()
                .contains("Ingen ble meldt på");
        assertThat(get(leader, path + "/endre")).hasStatus(403);
        assertThat(post(leader, path + "/meld-pa", "gruppe", "trenger"))
                .hasStatus(302)
                .hasRedirectedUrl(path + "?utfall=signed&a=2&b=0");
        assertThat(get(leader, path)).bodyText().contains("200", "Trenger den for et krav");
        assertThat(get(petter, path)).bodyText().doesNotContain("Trenger den for et krav");
        assertThat(post(kari, path + "/avmeld", "ansatt", leader.toString())).hasStatus(403);
        assertThat(post(kari, path + "/avmeld")).hasRedirectedUrl(path + "?utfall=withdrawn&a=0&b=0");
        assertThat(get(hr, path + "/meld-pa/invitasjoner.csv?maneder=6"))
                .hasStatusOk()
                .bodyText()
                .startsWith("\ufeffAnsattnummer;Navn;Enhet;Grunn\r\n")
                .contains("200;Kari Nordmann;HT;Trenger samlingen for et krav\r\n");
    }

    @Test
    void aFormThatIsWrongSaysWhereAndPlansNothing() {
        String[] fields = {
            "element", "finnes-ikke",
            "dato", "2027-03-10",
            "fra", "15:00",
            "til", "09:00",
            "adresse", "http://mote.example.no",
            "plasser", "0",
            "timer", "mange",
            "frist", "2027-13-01",
            "ansvarlig", "999999"
        };

        assertThat(post(hr, GatheringsPage.PATH + "/ny", fields))
                .hasStatusOk()
                .bodyText()
                .contains("7 felt må rettes", "https://", "Ingen ansatt har dette nummeret")
                .contains("http://mote.example.no");
        assertThat(town.in(() -> gatherings.upcoming(NOW))).isEmpty();
    }

    @Test
    void aFormThatIsRightPlansAGatheringAtTheEmployersTime() {
        assertThat(post(
                        hr,
                        GatheringsPage.PATH + "/ny",
                        "element",
                        COURSE.value(),
                        "dato",
                        "2036-07-10",
                        "fra",
                        "09:00",
                        "til",
                        "15:30",
                        "adresse",
                        "https://mote.example.no/rom?id=7",
                        "plasser",
                        "20",
                        "timer",
                        "7,5",
                        "frist",
                        "2036-07-01",
                        "ansvarlig",
                        "2"))
                .hasStatus(302);

        Gathering gathering = town.in(() -> gatherings.upcoming(NOW)).getFirst();
        assertThat(gathering.starts()).isEqualTo(Instant.parse("2036-07-10T07:00:00Z"));
        assertThat(gathering.online()).contains(URI.create("https://mote.example.no/rom?id=7"));
        assertThat(gathering.hours()).contains(new BigDecimal("7.5"));
        assertThat(gathering.responsible()).contains(leader);
    }

    @Test
    void aCalendarAddressOpensTheCalendarUntilItIsRevokedOrItsOwnerLeaves() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        GatheringId course = planned(TODAY.plusDays(20));
        signUp(course, kari);
        String first = town.in(() -> addresses.make(kari, "nn", NOW));
        String second = town.in(() -> addresses.make(kari, "nn", NOW));

        assertThat(mvc.get().uri(CalendarFeed.path(first)).exchange()).hasStatus(404);
        MvcTestResult answer = mvc.get().uri(CalendarFeed.path(second)).exchange();
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        assertThat(answer).hasHeader("Cache-Control", "private, no-store");
        assertThat(answer)
                .bodyText()
                .contains("UID:" + course + "-1@kompetansebro", "LOCATION:Kommunestyresalen")
                .doesNotContain("Nordmann", "200@", kari.toString());
        assertThat(mvc.post().uri(CalendarFeed.path(second)).exchange()).hasStatus(403);
        assertThat(get(kari, CalendarPage.PATH + "/kompetansebro.ics"))
                .hasHeader("Cache-Control", "private, no-store")
                .bodyText()
                .contains("BEGIN:VEVENT");

        town.sql("update employment set valid_until = ? where employee_id = ?", TODAY, kari.value());
        assertThat(mvc.get().uri(CalendarFeed.path(second)).exchange()).hasStatus(404);
        town.sql("update employment set valid_until = null where employee_id = ?", kari.value());
        town.in(() -> {
            addresses.revoke(kari);
            return true;
        });
        assertThat(mvc.get().uri(CalendarFeed.path(second)).exchange()).hasStatus(404);
    }

    @Test
    void theOwnPageShowsOwnGatheringsAndTheLeadersWhichWouldHelpMost() {
        EmployeeId kari = employed("HT", 200, 1).getFirst();
        employed("HT", 201, 2);
        GatheringId course = planned(TODAY.plusDays(20));

        assertThat(get(kari, "/min-kompetanse")).bodyText().contains("Meld deg på", GatheringsPage.path(course));
        assertThat(get(leader, "/min-enhet")).bodyText().contains("Samlinger som dekker flest hull", "4 trenger den");
        signUp(course, kari);
        assertThat(get(kari, "/min-kompetanse")).bodyText().contains("Har plass");
        assertThat(get(leader, "/min-enhet")).bodyText().contains("3 trenger den");
    }
}
