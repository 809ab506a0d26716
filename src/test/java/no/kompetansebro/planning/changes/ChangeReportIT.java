package no.kompetansebro.planning.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.catalogue.RuleHistory;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.changes.ChangeReport.Changed;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The change report adds up exactly, and every pair that counts as something else has one cause. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class ChangeReportIT {

    private static final Viewer HR = Viewer.ofEverything();
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 30);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
    private static final List<String> COURSES = List.of("aid", "ethics", "fire", "acute");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Coverage coverage;

    @Autowired
    ChangeReports reports;

    @Autowired
    Requirements requirements;

    @Autowired
    RuleHistory history;

    Municipality fjordvik;

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("sone1", "helse");
        fjordvik.unit("sone2", "helse");
        fjordvik.unit("skole", "kommune");
        catalogue().of(fjordvik, beans);
    }

    private static Catalogue catalogue() {
        return new Catalogue()
                .course("aid", new ValidityPolicy.RenewableMonths(12, 60))
                .course("ethics", new ValidityPolicy.EndOfYear(1))
                .course("fire", ValidityPolicy.FOREVER)
                .course("acute", new ValidityPolicy.Months(24))
                .requirement("aid", "aid", Category.STATUTORY, new TargetGroup.InUnit(new UnitCode("helse")), 60)
                .requirement("ethics", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 30)
                .requirement("fire", "fire", Category.RECOMMENDED, new TargetGroup.Role("brannvern"), 10)
                .requirement("acute", "acute", Category.STATUTORY, new TargetGroup.Position(Set.of("p1")), 20)
                .inForce("acute", LocalDate.of(2026, 6, 1), LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void addsUpExactlyWhateverHappened(long seed) {
        Random random = new Random(seed);
        List<EmployeeId> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(someone(random, i));
        }
        Instant moment = databaseNow();
        Map<String, Figures> frozen = new TreeMap<>();
        scopes(AUGUST).forEach((name, question) -> frozen.put(name, figures(question)));
        comesToLight(random, people);
        for (int i = 0; i < 4; i++) {
            LocalDate then = day(random, 2025, 2027);
            checkAll(then, then.plusDays(random.nextInt(500)));
        }
        scopes(LocalDate.of(2027, 2, 1)).forEach((name, question) -> {
            ChangeReport report = report(AUGUST, question, Optional.of(moment));
            assertThat(report.recorded()).contains(sums(frozen.get(name)));
            check(report, AUGUST, question);
        });
    }

    private void checkAll(LocalDate then, LocalDate now) {
        scopes(now).forEach((_, question) -> check(report(then, question, Optional.empty()), then, question));
    }

    private void check(ChangeReport report, LocalDate then, Question question) {
        assertThat(report.then()).isEqualTo(sums(figures(question.on(then))));
        assertThat(report.now()).isEqualTo(sums(figures(question)));
        assertThat(report.causes().values().stream().map(Flow::net).reduce(report.then(), Sums::plus))
                .isEqualTo(report.now());
        Set<String> caused = new TreeSet<>();
        for (Changed each : report.changed()) {
            if (each.cause() != Cause.CORRECTED && each.cause() != Cause.RULE_CHANGED) {
                assertThat(caused.add(each.pair().employee() + " " + each.pair().requirement()))
                        .isTrue();
            }
        }
        Map<String, State> before = states(question.on(then));
        Map<String, State> after = states(question);
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(key -> before.getOrDefault(key, State.NONE) == after.getOrDefault(key, State.NONE));
        assertThat(caused).isEqualTo(all);
    }

    private Map<String, Question> scopes(LocalDate date) {
        Question all = Question.asOf(date);
        return new TreeMap<>(Map.of(
                "all", all,
                "headline", all.headline(),
                "helse", all.in(new UnitCode("helse")),
                "sone1", all.in(new UnitCode("sone1")).headline(),
                "acute", all.of(new RequirementCode("acute"))));
    }

    private ChangeReport report(LocalDate then, Question question, Optional<Instant> recordedBy) {
        return fjordvik.in(() -> reports.of(
                new ChangeReports.Asked(HR, question, then, recordedBy),
                requirements.all().stream().collect(Collectors.toMap(Requirement::code, each -> each))));
    }

    private Figures figures(Question question) {
        return fjordvik.in(() -> coverage.figures(HR, question));
    }

    private static Sums sums(@Nullable Figures f) {
        return f == null ? Sums.NONE : new Sums(f.pairs(), f.exempt(), f.covered(), f.overdue() + f.expired());
    }

    private Map<String, State> states(Question question) {
        Map<String, State> states = new TreeMap<>();
        fjordvik.in(() -> {
            coverage.pairs(
                    HR,
                    question,
                    pair -> states.put(
                            pair.employeeId() + " " + pair.requirement(), State.of(Optional.of(pair.status()))));
            return 0;
        });
        return states;
    }

    private EmployeeId someone(Random random, int number) {
        EmployeeId id = fjordvik.employee("" + (100 + number));
        for (int i = 0; i <= random.nextInt(3); i++) {
            LocalDate from = day(random, 2020, 2026);
            fjordvik.employment(
                    id,
                    one(random, List.of("sone1", "sone2", "helse", "skole")),
                    one(random, List.of("p1", "p2")),
                    null,
                    null,
                    from,
                    random.nextInt(3) == 0 ? from.plusDays(1 + random.nextInt(1500)) : null);
        }
        for (int i = 0; i < random.nextInt(7); i++) {
            fjordvik.result(id, one(random, COURSES), day(random, 2023, 2026));
        }
        if (random.nextInt(4) == 0) {
            LocalDate from = day(random, 2025, 2026);
            fjordvik.leave(id, from, random.nextBoolean() ? from.plusDays(200) : null);
        }
        if (random.nextInt(4) == 0) {
            fjordvik.exemption(id, one(random, List.of("aid", "ethics")), day(random, 2024, 2026), null);
        }
        if (random.nextInt(3) == 0) {
            LocalDate from = day(random, 2024, 2026);
            fjordvik.sql(
                    "insert into role_holding (employer_id, employee_id, role, valid_from, valid_until)"
                            + " values (:e, ?, 'brannvern', ?, ?)",
                    id.value(),
                    from,
                    from.plusDays(1 + random.nextInt(700)));
        }
        return id;
    }

    /** Late results, corrections, revocations, and changed rules. */
    private void comesToLight(Random random, List<EmployeeId> people) {
        for (int i = 0; i < 10; i++) {
            fjordvik.result(one(random, people), one(random, COURSES), day(random, 2025, 2026));
        }
        String some =
                "external_id in (select external_id from result where source = 'test' order by external_id limit ? offset ?)";
        fjordvik.sql("update result set revoked_at = now() where revoked_at is null and " + some, 8, 3);
        fjordvik.sql(
                "update result set achieved_on = achieved_on - 200, recorded_at = now() where revoked_at is null and "
                        + some,
                8,
                15);
        fjordvik.sql("update result set score = 5, recorded_at = now() where revoked_at is null and " + some, 6, 18);
        if (random.nextBoolean()) {
            catalogue()
                    .inForce("acute", LocalDate.of(2026, 10, 1), null)
                    .inForce("aid", null, LocalDate.of(2026, 12, 1))
                    .of(fjordvik, beans);
        }
    }

    private Instant databaseNow() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static LocalDate day(Random random, int firstYear, int lastYear) {
        return LocalDate.of(firstYear, 1, 1).plusDays(random.nextInt(365 * (lastYear - firstYear + 1)));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void tellsEachCauseFromTheOthers() {
        EmployeeId completes = works("1", "sone1", "2020-01-01", null);
        learns(completes, "aid", "2026-06-10");
        EmployeeId expires = works("2", "sone1", "2020-01-01", null);
        learns(expires, "aid", "2025-07-01");
        EmployeeId joins = works("3", "sone1", "2026-06-01", null);
        learns(joins, "aid", "2026-05-01");
        works("4", "sone1", "2020-01-01", "2026-06-01");
        EmployeeId away = works("5", "sone1", "2020-01-01", null);
        fjordvik.leave(away, LocalDate.of(2026, 5, 1), null);
        EmployeeId moves = works("6", "sone1", "2020-01-01", "2026-06-01");
        fjordvik.employment(moves, "skole", LocalDate.of(2026, 6, 1), null);
        EmployeeId excused = works("7", "sone1", "2020-01-01", null);
        fjordvik.exemption(excused, "aid", LocalDate.of(2026, 5, 1), null);
        works("8", "sone1", "2026-04-01", null);

        Question aid = Question.asOf(AUGUST).in(new UnitCode("helse")).of(new RequirementCode("aid"));
        ChangeReport report = report(APRIL, aid, Optional.empty());

        assertThat(byNumber(report))
                .isEqualTo(Map.of(
                        "1", Cause.COMPLETED,
                        "2", Cause.EXPIRED,
                        "3", Cause.JOINED,
                        "4", Cause.LEFT,
                        "5", Cause.LEAVE,
                        "6", Cause.MOVED,
                        "7", Cause.EXEMPTION,
                        "8", Cause.DEADLINE));
        assertThat(report.causes().get(Cause.JOINED).net()).isEqualTo(new Sums(1, 0, 1, 0));
        assertThat(report.causes().get(Cause.LEFT).net()).isEqualTo(new Sums(-1, 0, 0, -1));
        assertThat(report.causes().get(Cause.DEADLINE).net()).isEqualTo(new Sums(0, 0, 0, 1));
        check(report, APRIL, aid);
    }

    @Test
    void seesWhoMovesWithinTheUnitOnlyFromBelow() {
        EmployeeId moves = works("1", "sone1", "2020-01-01", "2026-06-01");
        fjordvik.employment(moves, "sone2", LocalDate.of(2026, 6, 1), null);
        Question aid = Question.asOf(AUGUST).of(new RequirementCode("aid"));

        assertThat(report(APRIL, aid.in(new UnitCode("helse")), Optional.empty())
                        .changed())
                .isEmpty();
        assertThat(report(APRIL, aid.in(new UnitCode("sone1")), Optional.empty())
                        .causes()
                        .get(Cause.MOVED)
                        .net())
                .isEqualTo(new Sums(-1, 0, 0, -1));
    }

    @Test
    void explainsAFrozenFigureByWhatWasRecordedLater() {
        EmployeeId late = works("1", "sone1", "2020-01-01", null);
        EmployeeId revoked = works("2", "sone1", "2020-01-01", null);
        learns(revoked, "aid", "2026-02-01");
        Instant frozen = databaseNow();
        learns(late, "aid", "2026-03-01");
        fjordvik.sql("update result set revoked_at = now() where employee_id = ?", revoked.value());

        ChangeReport report = report(APRIL, Question.asOf(AUGUST).of(new RequirementCode("aid")), Optional.of(frozen));

        assertThat(report.recorded()).contains(new Sums(2, 0, 1, 1));
        assertThat(report.revisions().get(Cause.CORRECTED))
                .isEqualTo(new Flow(new Sums(0, 0, 1, 1), new Sums(0, 0, 1, 1)));
        assertThat(report.then()).isEqualTo(new Sums(2, 0, 1, 1));
        assertThat(byNumber(report)).isEqualTo(Map.of("1", Cause.CORRECTED, "2", Cause.CORRECTED));
    }

    @Test
    void a26AChangeOfTheInForceDateMovesDueDatesAndIsKeptAsHistory() {
        for (int i = 1; i <= 14; i++) {
            works("" + i, "sone1", "2020-01-01", null);
        }
        Question acute = Question.asOf(AUGUST).of(new RequirementCode("acute"));
        assertThat(deadlines(acute)).containsOnly(LocalDate.of(2026, 6, 21));
        assertThat(figures(acute).overdue()).isEqualTo(14);
        Instant before = databaseNow();

        catalogue().inForce("acute", LocalDate.of(2027, 6, 1), null).of(fjordvik, beans);

        assertThat(figures(acute)).isEqualTo(Figures.NONE);
        assertThat(deadlines(acute.on(LocalDate.of(2027, 6, 1)))).containsOnly(LocalDate.of(2027, 6, 21));
        var changes = fjordvik.in(() -> history.between(before, databaseNow()));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.code()).isEqualTo("acute");
            assertThat(change.former().orElseThrow().get("valid_from").stringValue())
                    .isEqualTo("2026-06-01");
            assertThat(change.present().orElseThrow().get("valid_from").stringValue())
                    .isEqualTo("2027-06-01");
        });
        ChangeReport report = report(AUGUST, acute, Optional.of(before));
        assertThat(report.recorded()).contains(new Sums(14, 0, 0, 14));
        assertThat(report.revisions().get(Cause.RULE_CHANGED).net()).isEqualTo(new Sums(-14, 0, 0, -14));
        assertThat(report.now()).isEqualTo(Sums.NONE);
    }

    private Set<LocalDate> deadlines(Question question) {
        return fjordvik.in(() -> coverage.pairs(HR, question, Optional.empty(), 100)).stream()
                .map(Pair::deadline)
                .collect(Collectors.toSet());
    }

    private EmployeeId works(String number, String unit, String from, @Nullable String until) {
        EmployeeId id = fjordvik.employee(number);
        fjordvik.employment(
                id, unit, "p1", null, null, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
        return id;
    }

    private void learns(EmployeeId id, String course, String on) {
        fjordvik.result(id, course, LocalDate.parse(on));
    }

    private Map<String, Cause> byNumber(ChangeReport report) {
        Map<UUID, String> numbers = new TreeMap<>();
        fjordvik.in(() -> transactions.execute(_ -> {
            jdbc.sql("select employee_id, employee_no from employee").query(row -> {
                numbers.put(row.getObject(1, UUID.class), row.getString(2));
            });
            return 0;
        }));
        return report.changed().stream()
                .collect(Collectors.toMap(
                        each -> numbers.getOrDefault(each.pair().employee().value(), "?"), Changed::cause));
    }
}
