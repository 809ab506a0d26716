package no.kompetansebro.planning.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.catalogue.RuleEditing;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.Supposed;
import no.kompetansebro.coverage.Suppositions;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a scenario says would be is what is, once it has come true. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class WhatIfIT {

    private static final Viewer HR = Viewer.ofEverything();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));
    private static final LocalDate MARCH = TODAY.plusMonths(4);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Coverage coverage;

    @Autowired
    Suppositions suppositions;

    @Autowired
    ScenarioReading reading;

    @Autowired
    RuleEditing editing;

    Municipality fjordvik;
    final List<EmployeeId> people = new ArrayList<>();

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("sone1", "helse");
        fjordvik.unit("sone2", "helse");
        fjordvik.unit("skole", "kommune");
        new Catalogue()
                .course("aid", new ValidityPolicy.RenewableMonths(24, 60))
                .course("ethics", new ValidityPolicy.EndOfYear(1))
                .course("fire", new ValidityPolicy.Months(12))
                .requirement("aid", "aid", Category.STATUTORY, unit("helse"), 60)
                .requirement("aid-leaders", "aid", Category.MANDATORY, new TargetGroup.LeaderLevel(Set.of("3")), 0)
                .requirement("ethics", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 30)
                .requirement("fire", "fire", Category.STATUTORY, TargetGroup.EVERYONE, 90)
                .of(fjordvik, beans);
        List<String> units = List.of("sone1", "sone2", "skole");
        for (int i = 0; i < 24; i++) {
            EmployeeId id = fjordvik.employee("" + (100 + i));
            people.add(id);
            fjordvik.employment(
                    id,
                    units.get(i % 3),
                    i % 4 == 0 ? "p1" : "p2",
                    i % 8 == 0 ? "3" : null,
                    null,
                    TODAY.minusYears(3).plusDays(i),
                    i % 7 == 0 ? TODAY.plusDays(30L * i) : null);
            if (i % 2 == 0) {
                fjordvik.result(id, "aid", TODAY.minusMonths(23 - i));
            }
            if (i % 3 != 0) {
                fjordvik.result(id, "fire", TODAY.minusMonths(i % 12));
            }
            if (i % 5 != 0) {
                fjordvik.result(id, "ethics", TODAY.minusMonths(i % 14));
            }
        }
        fjordvik.exemption(people.get(3), "fire", TODAY.minusDays(5), null);
        fjordvik.leave(people.get(5), TODAY.plusMonths(1), TODAY.plusMonths(5));
    }

    private static TargetGroup unit(String code) {
        return new TargetGroup.InUnit(new UnitCode(code));
    }

    private static Who who(@Nullable String unit, @Nullable String position, EmployeeId... named) {
        return new Who(Optional.ofNullable(unit).map(UnitCode::new), Optional.ofNullable(position), Set.of(named));
    }

    private static Step learn(String item, Who who, @Nullable String lacking) {
        return new Step.Learn(
                new ItemCode(item), who, Optional.ofNullable(lacking).map(RequirementCode::new), MARCH);
    }

    private void learns(EmployeeId id, String item) {
        fjordvik.sql(
                "insert into result (employer_id, source, external_id, employee_id, item, achieved_on, score, recorded_at)"
                        + " values (:e, 'test', ?, ?, ?, ?, 100, now())",
                "later" + id,
                id.value(),
                item,
                MARCH);
    }

    @Test
    void isRightAboutPeopleWhoTakeACourse() {
        comesTrue(
                new Scenario(List.of(learn("aid", who("helse", "p2"), null))),
                _ -> everybodyElse(4).filter(i -> i % 3 != 2).forEach(i -> learns(people.get(i), "aid")));
    }

    private static IntStream everybodyElse(int step) {
        return IntStream.range(0, 24).filter(i -> i % step != 0);
    }

    @Test
    void isRightAboutThoseWhoLackSomething() {
        Supposed supposed = comesTrue(
                new Scenario(List.of(learn("fire", who(null, null), "fire"))),
                told -> told.learners().get(0).forEach(id -> learns(id, "fire")));

        assertThat(supposed.learners().get(0)).isNotEmpty().hasSizeLessThan(24);
        assertThat(supposed.byRequirement()).containsOnlyKeys(new RequirementCode("fire"));
    }

    @Test
    void isRightAboutNamedPeople() {
        Supposed supposed = comesTrue(
                new Scenario(List.of(learn("aid", who(null, null, people.get(1), people.get(3)), null))), told -> {
                    learns(people.get(1), "aid");
                    learns(people.get(3), "aid");
                });

        assertThat(supposed.judged()).isEqualTo(2);
    }

    @Test
    void isRightAboutPostsThatEnd() {
        comesTrue(
                new Scenario(List.of(new Step.End(who("sone1", "p1"), MARCH))),
                _ -> fjordvik.sql(
                        "update employment set valid_until = ? where unit_code = 'sone1' and position_code = 'p1'"
                                + " and valid_from < ? and (valid_until is null or valid_until > ?)",
                        MARCH,
                        MARCH,
                        MARCH));
    }

    @Test
    void isRightAboutRulesAndDoesThem() {
        Scenario scenario = new Scenario(List.of(
                new Step.Lasting("fire", 24),
                new Step.Terms(
                        new RequirementCode("aid"),
                        Optional.of(MARCH),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(10),
                        Optional.of(who("skole", null))),
                new Step.Require(new CompetenceCode("ethics"), who("sone2", null), TODAY.plusMonths(2), 0)));
        comesTrue(scenario, _ -> {
            RulesOfSteps rules = new RulesOfSteps(scenario.steps(), Map.of());
            var outcome = fjordvik.in(() -> editing.change(editing.version(), rules::change));
            assertThat(outcome).isInstanceOf(RuleEditing.Outcome.Done.class);
        });
        assertThat(figures(Question.asOf(TODAY.plusMonths(3)).of(new RequirementCode("krav-ethics")))
                        .pairs())
                .isPositive();
    }

    @Test
    void isRightAboutAllOfItTogetherAndChangesNothing() {
        Scenario scenario = new Scenario(List.of(
                learn("aid", who("helse", null), "aid"),
                new Step.End(who(null, null, people.get(2)), MARCH.minusDays(3)),
                new Step.Lasting("aid", 36)));
        Map<String, Figures> before = everything();
        var told = new ArrayList<Supposed>();
        told.add(suppose(scenario, Question.asOf(TODAY.plusMonths(6))));

        assertThat(told.getFirst().turned()).isNotEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(told.getFirst().turned().stream().map(PairTwice::employee).toList())
                .contains(people.get(2));
    }

    @Test
    void refusesToChangeRulesThatAreNoLongerAsTheyWereSeen() {
        String seen = fjordvik.in(editing::version);
        RulesOfSteps first = new RulesOfSteps(List.of(new Step.Lasting("fire", 24)), Map.of());
        RulesOfSteps second = new RulesOfSteps(List.of(new Step.Lasting("fire", 36)), Map.of());

        assertThat(fjordvik.in(() -> editing.change(seen, first::change))).isInstanceOf(RuleEditing.Outcome.Done.class);
        assertThat(fjordvik.in(() -> editing.change(seen, second::change)))
                .isInstanceOf(RuleEditing.Outcome.Overtaken.class);
    }

    @Test
    void seesOnlyWhatTheViewerSees() {
        Viewer ofSchool = new Viewer(
                Optional.empty(),
                Set.of(new UnitCode("skole")),
                Set.of(),
                Set.of(new UnitCode("skole")),
                false,
                false,
                false);
        Supposed supposed = fjordvik.in(() -> suppositions.suppose(
                ofSchool,
                Question.asOf(MARCH),
                List.of(MARCH),
                reading.suppositions(new Scenario(List.of(learn("aid", who("helse", null), null))), Map.of())));

        assertThat(supposed.turned()).isEmpty();
        assertThat(supposed.byDate()).containsEntry(MARCH, Figures.NONE);
    }

    @Test
    void a58WithNobodyLeavingAndNobodyRetiringTheForecastIsWhatRunsOut() {
        fjordvik.sql("update employment set valid_until = null");
        fjordvik.sql("delete from employment_leave");
        Question ethics = Question.asOf(TODAY).of(new RequirementCode("fire"));
        List<LocalDate> months = months();
        Supposed nothing = suppose(new Scenario(List.of()), ethics);
        var forecast = fjordvik.in(() -> coverage.trend(HR, ethics, months));
        var held = fjordvik.in(() -> coverage.pairs(HR, ethics, Optional.empty(), 100)).stream()
                .filter(pair -> pair.status().isCovered())
                .map(pair -> pair.heldUntil().orElse(LocalDate.MAX))
                .toList();

        assertThat(nothing.byDate().values()).containsOnly(Figures.NONE);
        assertThat(held).isNotEmpty();
        months.forEach(month -> assertThat(forecast.get(month).covered())
                .isEqualTo(held.stream().filter(month::isBefore).count()));
    }

    private static List<LocalDate> months() {
        return IntStream.rangeClosed(0, 12).mapToObj(TODAY::plusMonths).toList();
    }

    /** What was supposed is compared with what is when it has come true; returns what was of everybody in March. */
    private Supposed comesTrue(Scenario scenario, Consumer<Supposed> happens) {
        Map<String, Figures> expected = new TreeMap<>();
        List<Supposed> told = new ArrayList<>();
        for (LocalDate date : List.of(TODAY, MARCH, TODAY.plusMonths(12))) {
            for (Question question : List.of(
                    Question.asOf(date),
                    Question.asOf(date).in(new UnitCode("helse")).headline())) {
                Supposed supposed = suppose(scenario, question);
                told.add(supposed);
                String name = date + " " + question.unit();
                fjordvik.in(() -> {
                    var trend = coverage.trend(HR, question, months());
                    supposed.byDate()
                            .forEach((day, more) -> expected.put(
                                    name + " " + day,
                                    counted(trend.getOrDefault(day, Figures.NONE)
                                            .plus(more))));
                    rows(question, By.UNIT, supposed.byUnit()).forEach((k, f) -> expected.put(name + " u " + k, f));
                    Map<String, Figures> more = supposed.byRequirement().entrySet().stream()
                            .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
                    rows(question, By.REQUIREMENT, more).forEach((k, f) -> expected.put(name + " r " + k, f));
                    return 0;
                });
                assertThat(supposed.byDate().getOrDefault(date, Figures.NONE).covered())
                        .isEqualTo(supposed.turned().stream()
                                .mapToInt(pair -> covered(pair.now()) - covered(pair.then()))
                                .sum());
            }
        }
        happens.accept(told.getFirst());
        assertThat(everythingLike(expected)).isEqualTo(expected);
        assertThat(expected).isNotEmpty();
        return told.get(2);
    }

    private static int covered(Optional<Status> status) {
        return status.filter(Status::isCovered).isPresent() ? 1 : 0;
    }

    private Map<String, Figures> rows(Question question, By by, Map<String, Figures> more) {
        Map<String, Figures> rows = new TreeMap<>();
        coverage.summary(HR, question, by).forEach(row -> rows.put(row.key(), counted(row.figures())));
        more.forEach((key, figures) -> rows.merge(key, counted(figures), Figures::plus));
        rows.values().removeIf(Figures.NONE::equals);
        return rows;
    }

    private Map<String, Figures> everythingLike(Map<String, Figures> expected) {
        Map<String, Figures> all = new TreeMap<>();
        for (LocalDate date : List.of(TODAY, MARCH, TODAY.plusMonths(12))) {
            for (Question question : List.of(
                    Question.asOf(date),
                    Question.asOf(date).in(new UnitCode("helse")).headline())) {
                String name = date + " " + question.unit();
                fjordvik.in(() -> {
                    coverage.trend(HR, question, months()).forEach((day, f) -> all.put(name + " " + day, counted(f)));
                    rows(question, By.UNIT, Map.of()).forEach((k, f) -> all.put(name + " u " + k, f));
                    rows(question, By.REQUIREMENT, Map.of()).forEach((k, f) -> all.put(name + " r " + k, f));
                    return 0;
                });
            }
        }
        return all;
    }

    private Map<String, Figures> everything() {
        return everythingLike(Map.of());
    }

    private static Figures counted(Figures f) {
        return new Figures(f.pairs(), f.covered(), f.expiring(), f.due(), f.overdue(), f.expired(), f.exempt(), 0, 0);
    }

    private Figures figures(Question question) {
        return fjordvik.in(() -> coverage.figures(HR, question));
    }

    private Supposed suppose(Scenario scenario, Question question) {
        return fjordvik.in(
                () -> suppositions.suppose(HR, question, months(), reading.suppositions(scenario, named(scenario))));
    }

    private Map<EmployeeId, Employee> named(Scenario scenario) {
        return reading.people(scenario, HR, TODAY);
    }
}
