package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Fall.Kind;
import no.kompetansebro.coverage.Pair.Place;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.recalculation.FallReadings;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What planning counts = what one counts oneself from the lists of pairs, over municipalities by chance. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class FiguresOfPlanningIT {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 5, 1);

    @Autowired
    Coverage coverage;

    @Autowired
    FigureTables tables;

    @Autowired
    Coming coming;

    @Autowired
    RememberedObligations recorded;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    RowNames names;

    @Autowired
    RulesBook rules;

    @Autowired
    Upkeep upkeep;

    @Autowired
    FallReadings readings;

    @Autowired
    SeatNeeds seats;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addsUpToWhatThePairsSay(long seed) {
        Municipality municipality = new Municipality(jdbc, transactions);
        RandomMunicipality chance = new RandomMunicipality(seed, municipality, beans);
        Viewer all = Viewer.ofEverything();
        Viewer area = new Viewer(
                Optional.of(chance.employees.values().iterator().next()),
                Set.of(new UnitCode("u1"), new UnitCode("u3"), new UnitCode("u4")),
                Set.of(),
                Set.of(new UnitCode("u1")),
                false,
                false,
                false);
        municipality.in(() -> {
            for (Question question : List.of(
                    Question.asOf(FROM),
                    Question.asOf(FROM).headline(),
                    Question.asOf(FROM).in(new UnitCode("u1")))) {
                checkGrid(all, question);
                checkGapDays(all, question);
                checkFalls(all, chance, question);
            }
            checkGrid(area, Question.asOf(FROM));
            Question ofU3 = Question.asOf(FROM).in(new UnitCode("u3"));
            assertThat(falls(area, ofU3)).containsExactlyInAnyOrderElementsOf(falls(all, ofU3));
            assertThat(falls(area, Question.asOf(FROM).in(new UnitCode("u2")))).isEmpty();
            assertThat(tables.grid(area, Question.asOf(FROM).in(new UnitCode("u2")), By.UNIT, By.REQUIREMENT))
                    .isEmpty();
            return 0;
        });
    }

    private void checkGrid(Viewer viewer, Question question) {
        for (By columns : List.of(By.REQUIREMENT, By.COMPETENCE, By.CATEGORY)) {
            List<GridRow> grid = tables.grid(viewer, question, By.UNIT, columns);
            assertThat(grid.stream().collect(Collectors.toMap(GridRow::key, GridRow::total)))
                    .isEqualTo(rows(viewer, question, By.UNIT));
            grid.forEach(row ->
                    assertThat(row.columns()).isEqualTo(rows(viewer, question.in(new UnitCode(row.key())), columns)));
        }
        assertThat(tables.grid(viewer, question, By.POSITION, By.REQUIREMENT).stream()
                        .collect(Collectors.toMap(GridRow::key, GridRow::total)))
                .isEqualTo(rows(viewer, question, By.POSITION));
    }

    private Map<String, Figures> rows(Viewer viewer, Question question, By by) {
        Map<String, Figures> rows = new TreeMap<>();
        coverage.summary(viewer, question, by).stream()
                .filter(row -> row.figures().pairs() > 0)
                .forEach(row -> rows.put(row.key(), row.figures()));
        return rows;
    }

    private void checkGapDays(Viewer viewer, Question question) {
        DateInterval period = new DateInterval(FROM, UNTIL);
        Map<String, Long> expected = coverage.gapDays(viewer, period, question).stream()
                .collect(
                        Collectors.groupingBy(gap -> gap.requirement().value(), Collectors.summingLong(GapDays::days)));
        assertThat(days(tables.gapDays(viewer, period, question, By.REQUIREMENT)))
                .isEqualTo(expected);
        tables.gapDays(viewer, period, question, By.UNIT)
                .forEach(sum -> assertThat(sum.days())
                        .isEqualTo(coverage.gapDays(viewer, period, question.in(new UnitCode(sum.key()))).stream()
                                .mapToLong(GapDays::days)
                                .sum()));
    }

    private static Map<String, Long> days(List<GapDaySum> sums) {
        return sums.stream().filter(sum -> sum.days() > 0).collect(Collectors.toMap(GapDaySum::key, GapDaySum::days));
    }

    private void checkFalls(Viewer viewer, RandomMunicipality chance, Question question) {
        List<String> expected = expected(coverage, viewer, question, UNTIL);
        assertThat(expected).isNotEmpty();
        assertThat(texts(falls(viewer, question), chance)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(texts(fromFacts(viewer, question), chance)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** With a course that half of the people take in a fortnight. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void countsWhatIsPlannedAsDoneOnItsDay(long seed) {
        Municipality municipality = new Municipality(jdbc, transactions);
        RandomMunicipality chance = new RandomMunicipality(seed, municipality, beans);
        Viewer all = Viewer.ofEverything();
        PlannedLearning course = today -> people -> people.keySet().stream()
                .filter(id -> id.value().hashCode() % 2 == 0)
                .collect(Collectors.toMap(
                        id -> id, _ -> List.of(Result.planned(new ItemCode("c"), today.plusDays(14)))));
        ObjectProvider<PlannedLearning> planned =
                new StaticListableBeanFactory(Map.of("course", course)).getBeanProvider(PlannedLearning.class);
        Coverage withCourse =
                new CoverageOfObligations(new PlannedObligations(recorded, planned, calendar), calendar, names, rules);
        Coming comingWithCourse = new Coming(upkeep, readings, recorded, planned, calendar, seats);
        municipality.in(() -> {
            Question question = Question.asOf(calendar.today()).headline();
            LocalDate until = calendar.today().plusDays(60);
            List<Fall> found = new ArrayList<>();
            comingWithCourse.needsWithPlanned(all, question, until, (fall, items) -> {
                found.add(fall);
                assertThat(items.isEmpty()).isEqualTo(fall.kind() == Kind.ENDS);
            });
            assertThat(texts(found, chance))
                    .containsExactlyInAnyOrderElementsOf(expected(withCourse, all, question, until))
                    .isNotEmpty();
            assertThat(texts(found, chance)).isNotEqualTo(expected(coverage, all, question, until));
            return 0;
        });
    }

    /** Day by day: what was covered yesterday and is not today, and what is late for the first time. */
    private static List<String> expected(Coverage coverage, Viewer viewer, Question question, LocalDate until) {
        LocalDate from = question.asOf();
        Map<Place, Status> before = statuses(coverage, viewer, question, from);
        Set<Place> late = new HashSet<>();
        List<String> expected = new ArrayList<>();
        before.forEach((place, status) -> lateOn(from, place, status, late, expected, Kind.BEHIND));
        for (LocalDate day = from.plusDays(1); day.isBefore(until); day = day.plusDays(1)) {
            Map<Place, Status> now = statuses(coverage, viewer, question, day);
            for (Map.Entry<Place, Status> each : now.entrySet()) {
                Status last = before.get(each.getKey());
                if (each.getValue().isGap() && (last == Status.COVERED || last == Status.EXPIRING)) {
                    expected.add(text(each.getKey(), day, Kind.ENDS));
                }
                lateOn(day, each.getKey(), each.getValue(), late, expected, Kind.FALLS_BEHIND);
            }
            before = now;
        }
        return expected;
    }

    private static List<String> texts(List<Fall> falls, RandomMunicipality chance) {
        Map<EmployeeId, String> numbers = new HashMap<>();
        chance.employees.forEach((number, id) -> numbers.put(id, number));
        return falls.stream()
                .map(fall ->
                        numbers.get(fall.employee()) + " " + fall.requirement() + " " + fall.on() + " " + fall.kind())
                .toList();
    }

    private List<Fall> falls(Viewer viewer, Question question) {
        List<Fall> falls = new ArrayList<>();
        coming.falls(viewer, question, UNTIL, falls::add);
        return falls;
    }

    /** As it is found where planned learning has to be judged. */
    private List<Fall> fromFacts(Viewer viewer, Question question) {
        List<Fall> falls = new ArrayList<>();
        return recorded.read(Selection.EVERYBODY, moment -> {
            Sight sight = Sight.of(viewer, question.unit(), moment.rules().units(), LocalDate.of(2026, 11, 22));
            moment.people(person -> {
                new FallsOfPerson(
                                new PairsOfPerson(person, question, sight, moment.rules()),
                                new DateInterval(FROM, UNTIL),
                                falls::add)
                        .find();
                return true;
            });
            return falls;
        });
    }

    private static void lateOn(
            LocalDate day, Place place, Status status, Set<Place> late, List<String> expected, Kind kind) {
        if ((status == Status.OVERDUE || status == Status.EXPIRED) && late.add(place)) {
            expected.add(text(place, day, kind));
        }
    }

    private static String text(Place place, LocalDate day, Kind kind) {
        return place.employee() + " " + place.requirement() + " " + day + " " + kind;
    }

    private static Map<Place, Status> statuses(Coverage coverage, Viewer viewer, Question question, LocalDate on) {
        Map<Place, Status> statuses = new HashMap<>();
        Question then = new Question(
                on,
                question.unit(),
                question.requirement(),
                question.employee(),
                question.statuses(),
                question.categories(),
                question.among());
        coverage.pairs(viewer, then, pair -> statuses.put(pair.place(), pair.status()));
        return statuses;
    }
}
