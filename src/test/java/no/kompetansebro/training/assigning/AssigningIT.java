package no.kompetansebro.training.assigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Forecasts;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.AssignmentHistory.Act;
import no.kompetansebro.training.assigning.Preview.Effect.Cover;
import no.kompetansebro.training.assigning.Preview.Stand;
import no.kompetansebro.training.assigning.Standings.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of practices.md section A that assigning answers, by their numbers. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class AssigningIT {

    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final UnitCode HELSE = new UnitCode("helse");
    private static final UnitCode SKOLE = new UnitCode("skole");
    private static final ItemCode ETIKK = new ItemCode("ETIKK");
    private static final ItemCode BRANN = new ItemCode("BRANN");

    @Autowired
    Assigning assigning;

    @Autowired
    Assignments assignments;

    @Autowired
    AssignmentHistory history;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Applications applications;

    @Autowired
    Standings standings;

    @Autowired
    CountedAssignments counted;

    @Autowired
    Previews previews;

    @Autowired
    OwnSteps own;

    @Autowired
    Coverage coverage;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Ledger ledger;

    @Autowired
    Viewers viewers;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    LocalDate today;
    EmployeeId leader;
    EmployeeId kari;
    EmployeeId teacher;
    EmployeeId hr;

    @BeforeEach
    void healthAndSchool() {
        fjordvik = new Municipality(jdbc, transactions);
        today = fjordvik.in(calendar::today);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("hjemme", "helse");
        fjordvik.unit("skole", "kommune");
        new Catalogue()
                .course("ETIKK", ValidityPolicy.FOREVER)
                .course("BRANN", new ValidityPolicy.Months(12))
                .requirement("alle-etikk", "ETIKK", Category.MANDATORY, TargetGroup.EVERYONE, 0)
                .requirement("alle-brann", "BRANN", Category.STATUTORY, TargetGroup.EVERYONE, 0)
                .of(fjordvik, beans);
        leader = fjordvik.employee("1");
        fjordvik.leader(leader, "helse", START, null);
        kari = fjordvik.employee("2");
        fjordvik.employment(kari, "hjemme", START, null);
        teacher = fjordvik.employee("3");
        fjordvik.employment(teacher, "skole", START, null);
        hr = fjordvik.employee("4");
        fjordvik.employment(hr, "kommune", START, null);
        fjordvik.grant(hr, "HR", null, START, null);
    }

    @Test
    void a36_followsWhoJoinsAndWhoLeavesTheUnitOfTheLeaderWhoAssigned() {
        EmployeeId joiner = fjordvik.employee("5");
        fjordvik.employment(joiner, "hjemme", today.plusDays(10), null);
        EmployeeId leaver = fjordvik.employee("6");
        fjordvik.employment(leaver, "hjemme", START, today.plusDays(20));

        assign(leader, to(new Audience.Unit(HELSE), today.plusDays(30)));

        assertThat(whose(today)).containsExactlyInAnyOrder(leader, kari, leaver);
        assertThat(whose(today.plusDays(9))).doesNotContain(joiner);
        assertThat(whose(today.plusDays(10))).containsExactlyInAnyOrder(leader, kari, leaver, joiner);
        assertThat(whose(today.plusDays(20))).containsExactlyInAnyOrder(leader, kari, joiner);
        assertThat(of(joiner, today.plusDays(10)).getFirst().due()).isEqualTo(today.plusDays(30));
    }

    @Test
    void a36_givesWhoComesAfterTheDateAsLongAsTheOthersHad() {
        EmployeeId joiner = fjordvik.employee("5");
        fjordvik.employment(joiner, "hjemme", today.plusDays(100), null);

        assign(leader, to(new Audience.Unit(HELSE), today.plusDays(30)));

        assertThat(of(joiner, today.plusDays(100)).getFirst().due()).isEqualTo(today.plusDays(130));
    }

    @Test
    void a36_refusesALeaderEveryOtherUnitAndKeepsThatItWasTried() {
        Wish school = to(new Audience.Unit(SKOLE), today.plusDays(30));
        Wish teachers = to(new Audience.People(Set.of(kari, teacher)), today.plusDays(30));
        Wish everybody = to(new Audience.Group(Optional.empty(), TargetGroup.EVERYONE), today.plusDays(30));

        assertThat(assigning(leader, school)).isInstanceOf(Outcome.Refused.class);
        assertThat(assigning(leader, teachers)).isInstanceOf(Outcome.Refused.class);
        assertThat(assigning(leader, everybody)).isInstanceOf(Outcome.Refused.class);
        assertThat(assigning(kari, to(new Audience.People(Set.of(kari)), today.plusDays(30))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(at(() -> previews.of(viewer(leader), school, today))).isEmpty();

        assertThat(refusals()).isEqualTo(5);
        assertThat(at(() -> assignments.open())).isEmpty();
        assertThat(assigning(leader, to(new Audience.People(Set.of(kari)), today.plusDays(30))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(assigning(hr, school)).isInstanceOf(Outcome.Done.class);
        assertThat(assigning(hr, everybody)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a36_letsHrOfAnAreaAssignWithinItAndALeaderOfYesterdayNothing() {
        EmployeeId areaHr = fjordvik.employee("7");
        fjordvik.employment(areaHr, "kommune", START, null);
        fjordvik.grant(areaHr, "HR", "skole", START, null);
        EmployeeId former = fjordvik.employee("8");
        fjordvik.leader(former, "skole", START, today);

        assertThat(assigning(areaHr, to(nurses(Optional.of(SKOLE)), today.plusDays(30))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(assigning(areaHr, to(nurses(Optional.of(HELSE)), today.plusDays(30))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(assigning(areaHr, to(nurses(Optional.empty()), today.plusDays(30))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(assigning(former, to(new Audience.Unit(SKOLE), today.plusDays(30))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a36_letsNoLeaderOverwriteWhatAnotherHasChanged() {
        fjordvik.leader(teacher, "helse", START, null);
        AssignmentId id = assign(leader, to(new Audience.Unit(HELSE), today.plusDays(30)));

        Outcome first = at(
                () -> assigning.change(viewer(leader), id, 1, new Due.On(today.plusDays(60)), "Etter ferien", today));
        Outcome second =
                at(() -> assigning.change(viewer(teacher), id, 1, new Due.On(today.plusDays(10)), "Det haster", today));

        assertThat(first).isEqualTo(new Outcome.Done(id));
        assertThat(second).isInstanceOf(Outcome.Overtaken.class);
        assertThat(found(id).wish().reason()).isEqualTo("Etter ferien");
        assertThat(at(() -> assigning.withdraw(viewer(teacher), id, 1, "", today)))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(at(() -> history.of(id)))
                .extracting(AssignmentHistory.Change::act)
                .containsExactly(Act.ASSIGNED, Act.CHANGED);
    }

    @Test
    void a36_undoesWhatWasAssignedTodayAndLetsItGoOnAgain() {
        AssignmentId id = assign(leader, to(new Audience.Unit(HELSE), today.plusDays(30)));

        at(() -> assigning.withdraw(viewer(leader), id, 1, "", today));
        assertThat(whose(today)).isEmpty();

        at(() -> assigning.reopen(viewer(leader), id, 2, today));
        assertThat(whose(today)).containsExactlyInAnyOrder(leader, kari);

        LocalDate later = today.plusDays(5);
        at(() -> assigning.withdraw(viewer(leader), id, 3, "Kurset er avlyst", later));
        assertThat(whose(today.plusDays(4))).contains(kari);
        assertThat(whose(later)).isEmpty();
        assertThat(at(() -> history.of(id)))
                .extracting(AssignmentHistory.Change::act)
                .containsExactly(Act.ASSIGNED, Act.UNDONE, Act.REOPENED, Act.WITHDRAWN);
    }

    @Test
    void a36_foreseesWhoGetsItWhoHasItAndWhatItDoesToCoverage() {
        EmployeeId done = fjordvik.employee("5");
        fjordvik.employment(done, "hjemme", START, null);
        fjordvik.result(done, "BRANN", today.minusMonths(2));
        fjordvik.result(leader, "BRANN", today.minusMonths(11).minusDays(15));
        assign(leader, wish(BRANN, new Audience.People(Set.of(kari)), new Due.On(today.plusDays(30))));

        Preview preview = at(() -> previews.of(
                        viewer(leader), wish(BRANN, new Audience.Unit(HELSE), new Due.On(today.plusDays(30))), today))
                .orElseThrow();

        assertThat(preview.recipients())
                .extracting(
                        Preview.Recipient::employee,
                        recipient -> recipient.stands().getFirst())
                .containsExactlyInAnyOrder(
                        tuple(leader, Stand.GETS), tuple(kari, Stand.ASSIGNED), tuple(done, Stand.HAS));
        assertThat(preview.on()).isEqualTo(today.plusDays(30));
        assertThat(preview.effects())
                .containsExactly(new Preview.Effect(new RequirementCode("alle-brann"), new Cover(1, 3, 3)));
        assertThat(preview.all()).isEqualTo(new Cover(1, 3, 6));
    }

    @Test
    void a36_takesAProgrammeForDoneWhenItsPartsAre() {
        ItemCode programme = new ItemCode("PROGRAM");
        fjordvik.in(() -> transactions.execute(_ -> {
            beans.getBean(Items.class)
                    .replaceAll(List.of(
                            item("ETIKK"),
                            item("BRANN"),
                            new Item(
                                    programme,
                                    LocalizedName.of("Program"),
                                    Item.Kind.PROGRAMME,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Item.LmsReference.NONE,
                                    new Item.Composition(List.of(ETIKK, BRANN), Optional.empty()),
                                    List.of(),
                                    Item.Origin.UNKNOWN)));
            return 0;
        }));
        assign(leader, wish(programme, new Audience.People(Set.of(kari)), new Due.On(today.plusDays(30))));

        achieve(kari, ETIKK);
        assertThat(of(kari, today)).extracting(Task::isOpen).containsExactly(true);
        achieve(kari, BRANN);
        assertThat(of(kari, today)).extracting(Task::isOpen).containsExactly(false);
    }

    @Test
    void a33_tellsImposedFromVoluntaryAndKeepsTheEmployeesAcknowledgement() {
        AssignmentId imposed = assign(leader, to(new Audience.Unit(HELSE), today.plusDays(30)));
        AssignmentId voluntary = assign(leader, wish(Kind.VOLUNTARY, new Audience.Unit(HELSE)));

        assertThat(at(() -> own.acknowledge(kari, imposed, today))).isTrue();
        assertThat(at(() -> own.acknowledge(kari, voluntary, today))).isFalse();
        assertThat(at(() -> own.acknowledge(teacher, imposed, today))).isFalse();

        assertThat(at(() -> acknowledgements.of(imposed))).containsOnlyKeys(kari);
        assertThat(at(() -> acknowledgements.of(voluntary))).isEmpty();
    }

    @Test
    void a16_aMoveInsideGivesANewPartTwoButNotANewPartOne() {
        LocalDate assigned = today.minusDays(100);
        EmployeeId mover = fjordvik.employee("5");
        fjordvik.employment(mover, "hjemme", today.minusDays(50), today);
        fjordvik.employment(mover, "skole", today, null);
        Audience all = new Audience.Group(Optional.empty(), TargetGroup.EVERYONE);
        AssignmentId one = assign(hr, wish(ETIKK, all, new Due.AfterHire(28)), assigned);
        AssignmentId health = assign(hr, wish(BRANN, new Audience.Unit(HELSE), new Due.AfterEntry(56)), assigned);
        AssignmentId school = assign(hr, wish(BRANN, new Audience.Unit(SKOLE), new Due.AfterEntry(56)), assigned);

        assertThat(of(mover, today.minusDays(1)))
                .extracting(task -> task.assignment().id(), Task::due)
                .containsExactlyInAnyOrder(tuple(one, today.minusDays(22)), tuple(health, today.plusDays(6)));
        assertThat(of(mover, today))
                .extracting(task -> task.assignment().id(), Task::due)
                .containsExactlyInAnyOrder(tuple(one, today.minusDays(22)), tuple(school, today.plusDays(56)));
        assertThat(of(kari, today)).as("who was there long before").isEmpty();
    }

    @Test
    void a16_asksForAnElementOfEachKindInEachPartByDeadlinesFromHireAndFromThePosition() {
        fjordvik.in(() -> transactions.execute(_ -> {
            induction();
            return 0;
        }));
        EmployeeId mover = fjordvik.employee("5");
        fjordvik.employment(mover, "hjemme", today.minusDays(50), today);
        fjordvik.employment(mover, "skole", today, null);
        for (String done : List.of("DEL1-KURS", "DEL1-NETT", "HELSE-KURS", "HELSE-NETT", "HELSE-VEIL")) {
            fjordvik.result(mover, done, today.minusDays(40));
        }

        assertThat(pairs(coverage, mover, today.minusDays(1)))
                .extracting(pair -> pair.requirement().value(), Pair::status, Pair::deadline)
                .containsExactlyInAnyOrder(
                        tuple("del1", Status.OVERDUE, today.minusDays(22)),
                        tuple("del2-helse", Status.COVERED, today.plusDays(6)));
        fjordvik.result(mover, "DEL1-VEIL", today);
        assertThat(pairs(coverage, mover, today))
                .extracting(pair -> pair.requirement().value(), Pair::status, Pair::deadline)
                .containsExactlyInAnyOrder(
                        tuple("del1", Status.COVERED, today.minusDays(22)),
                        tuple("del2-skole", Status.DUE, today.plusDays(56)));
    }

    @Test
    void a14_whenTheLeaderHoldsItTheOwnStaffIsToBeTrainedOnce() {
        Wish first = new Wish(
                List.of(ETIKK),
                Kind.IMPOSED,
                new Audience.Group(Optional.empty(), new TargetGroup.LeaderLevel(Set.of("3"))),
                new Due.On(today.plusDays(30)),
                true,
                "Handlingsplanen",
                Optional.of(new Next(List.of(BRANN), 60)));
        assign(hr, first);
        assertThat(of(kari, today)).isEmpty();

        achieve(kari, BRANN);
        achieve(leader, ETIKK);
        achieve(leader, BRANN);

        assertThat(of(kari, today))
                .extracting(Task::item, Task::due, task -> task.state(today))
                .containsExactly(tuple(BRANN, today.plusDays(60), Task.State.DONE));
        assertThat(at(() -> assignments.open())).hasSize(2);
        assertThat(of(teacher, today)).isEmpty();
        Counts.Count unit = at(() -> counted.in(HELSE, today, today)).stream()
                .filter(standing -> standing.assignment().wish().items().contains(BRANN))
                .findFirst()
                .orElseThrow();
        assertThat(unit.done()).isEqualTo(2);
        assertThat(unit.isClosed()).isTrue();
    }

    @Test
    void a30_trainsTheUsersOfASystemBeforeItIsTakenIntoUseAndRefreshesThemByLess() {
        LocalDate live = today.plusDays(40);
        fjordvik.in(() -> transactions.execute(_ -> {
            system(live);
            return 0;
        }));
        for (EmployeeId user : List.of(kari, leader)) {
            fjordvik.sql(
                    "insert into role_holding (employer_id, employee_id, role, valid_from) values (:e, ?, 'arkivbruker', ?)",
                    user.value(),
                    START);
        }
        fjordvik.result(kari, "ARKIV", today.minusYears(3));
        fjordvik.result(kari, "ARKIV-OPPFRISK", today);
        fjordvik.result(leader, "ARKIV-OPPFRISK", today);

        assertThat(pairs(coverage, teacher, today)).isEmpty();
        assertThat(pairs(coverage, kari, live)).extracting(Pair::status).containsExactly(Status.COVERED);
        assertThat(pairs(coverage, leader, live.minusDays(1)))
                .extracting(Pair::status)
                .containsExactly(Status.DUE);
        assertThat(pairs(coverage, leader, live)).extracting(Pair::status).containsExactly(Status.OVERDUE);

        assign(
                hr,
                wish(
                        new ItemCode("ARKIV"),
                        new Audience.Group(Optional.empty(), new TargetGroup.Role("arkivbruker")),
                        new Due.On(live.minusDays(1))));
        assertThat(of(leader, today)).extracting(Task::isOpen).containsExactly(true);
        assertThat(of(teacher, today)).isEmpty();
        assertThat(pairs(forecasts.withPlanned(), leader, live))
                .extracting(Pair::status)
                .containsExactly(Status.COVERED);
    }

    @Test
    void a31_aChangedProcedureIsLearntAfreshByAllAffectedAndClosesWithTheLast() {
        fjordvik.result(kari, "ETIKK", today.minusYears(1));
        EmployeeId nurse = fjordvik.employee("5");
        fjordvik.employment(nurse, "hjemme", START, null);
        Wish procedure = new Wish(
                List.of(ETIKK),
                Kind.IMPOSED,
                nurses(Optional.of(HELSE)),
                new Due.On(today.plusDays(14)),
                true,
                "Prosedyre 4.2, versjon 3",
                Optional.empty());
        AssignmentId id = assign(hr, procedure);

        assertThat(standing(id).tasks()).extracting(Task::employee).containsExactlyInAnyOrder(kari, nurse);
        assertThat(standing(id).count(today).done()).isZero();
        achieve(kari, ETIKK);
        assertThat(standing(id).count(today).isClosed()).isFalse();
        achieve(nurse, ETIKK);
        assertThat(standing(id).count(today).isClosed()).isTrue();
    }

    @Test
    void a32_anOfferCountsNowhereAndNobodyIsBehindWithIt() {
        AssignmentId id = assign(hr, wish(Kind.OFFER, new Audience.People(Set.of(kari, teacher))));
        LocalDate late = today.plusDays(31);

        assertThat(of(kari, late)).extracting(task -> task.state(late)).containsExactly(Task.State.OFFERED);
        assertThat(standing(id).count(late).behind()).isZero();
        assertThat(pairs(forecasts.withPlanned(), kari, late)).isEqualTo(pairs(coverage, kari, late));
    }

    @Test
    void a11_aProgrammeByApplicationIsOnlyTheSelectedOnesAndTheDecisionIsKept() {
        AssignmentId id =
                assign(hr, wish(Kind.BY_APPLICATION, new Audience.Group(Optional.empty(), TargetGroup.EVERYONE)));
        assertThat(of(kari, today)).isEmpty();
        assertThat(at(() -> standings.toApplyFor(kari, today))).hasSize(1);

        assertThat(at(() -> own.apply(kari, id, "Jeg vil lede", today))).isTrue();
        assertThat(at(() -> own.apply(teacher, id, "Jeg også", today))).isTrue();
        assertThat(of(kari, today)).isEmpty();
        assertThat(at(() -> assigning.decide(viewer(leader), id, kari, true, "", today)))
                .isInstanceOf(Outcome.Refused.class);
        at(() -> assigning.decide(viewer(hr), id, kari, true, "Best kvalifisert", today));
        at(() -> assigning.decide(viewer(hr), id, teacher, false, "Fullt", today));

        assertThat(of(kari, today)).extracting(Task::item).containsExactly(ETIKK);
        assertThat(of(teacher, today)).isEmpty();
        assertThat(at(() -> applications.of(id)))
                .extracting(
                        Applications.Application::employee,
                        Applications.Application::selected,
                        Applications.Application::decision,
                        Applications.Application::decidedBy)
                .containsExactly(
                        tuple(kari, Optional.of(true), Optional.of("Best kvalifisert"), Optional.of(hr)),
                        tuple(teacher, Optional.of(false), Optional.of("Fullt"), Optional.of(hr)));
        assertThat(at(() -> assigning.decide(viewer(hr), id, kari, false, "Nei likevel", today)))
                .isInstanceOf(Outcome.Overtaken.class);
    }

    @Test
    void nobodySelectsThemselves() {
        AssignmentId id = assign(hr, wish(Kind.BY_APPLICATION, new Audience.Unit(new UnitCode("kommune"))));
        at(() -> own.apply(hr, id, "Jeg vil selv", today));

        assertThat(at(() -> assigning.decide(viewer(hr), id, hr, true, "Best kvalifisert", today)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(refusals()).isEqualTo(1);
        assertThat(of(hr, today)).isEmpty();
    }

    @Test
    void refusesPeopleWhomTheEmployerDoesNotHaveAndItemsThatTheCatalogueDoesNotHave() {
        EmployeeId unknown = new EmployeeId(UUID.randomUUID());
        Wish followed = new Wish(
                List.of(ETIKK),
                Kind.IMPOSED,
                new Audience.Unit(HELSE),
                new Due.On(today.plusDays(30)),
                false,
                "",
                Optional.of(new Next(List.of(new ItemCode("FINNES-IKKE")), 60)));

        assertThat(assigning(hr, to(new Audience.People(Set.of(kari, unknown)), today.plusDays(30))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(assigning(hr, followed)).isInstanceOf(Outcome.Unknown.class);
        assertThat(assigning(hr, wish(new ItemCode("FINNES-IKKE"), new Audience.Unit(HELSE), new Due.On(today))))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whoeverLeftDoesNotKeepTheLeaderFromChangingWhatTheOthersHave() {
        EmployeeId leaver = fjordvik.employee("5");
        fjordvik.employment(leaver, "hjemme", START, null);
        AssignmentId id = assign(leader, to(new Audience.People(Set.of(kari, leaver)), today.plusDays(30)));
        fjordvik.sql("update employment set valid_until = ? where employee_id = ?", today, leaver.value());

        assertThat(at(() -> assigning.change(viewer(leader), id, 1, new Due.On(today.plusDays(60)), "", today)))
                .isEqualTo(new Outcome.Done(id));
        fjordvik.sql("update employment set unit_code = 'skole' where employee_id = ?", kari.value());
        assertThat(at(() -> assigning.withdraw(viewer(leader), id, 2, "", today)))
                .as("whoever moved has another leader now")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatFollowsIsAddedOnceHoweverManyFindItAtTheSameMoment() {
        AssignmentId first = assign(hr, to(new Audience.Unit(HELSE), today.plusDays(30)));
        Wish next = wish(BRANN, new Audience.Unit(HELSE), new Due.On(today.plusDays(60)));

        at(() -> assignments.add(next, Optional.of(hr), today, Optional.of(first)));
        at(() -> assignments.add(next, Optional.of(hr), today, Optional.of(first)));

        assertThat(at(() -> assignments.open())).hasSize(2);
    }

    @Test
    void plannedLearningCountsFromItsDueDateAndChangesNoDateUpToToday() {
        List<Pair> before = pairs(coverage, kari, today);
        assign(leader, to(new Audience.Unit(HELSE), today.plusDays(30)));
        Coverage planned = forecasts.withPlanned();

        assertThat(pairs(planned, kari, today)).isEqualTo(before);
        assertThat(pairs(planned, kari, today.minusYears(1))).isEqualTo(pairs(coverage, kari, today.minusYears(1)));
        assertThat(status(planned, kari, today.plusDays(29))).isEqualTo(Status.OVERDUE);
        assertThat(status(planned, kari, today.plusDays(30))).isEqualTo(Status.COVERED);
        assertThat(status(coverage, kari, today.plusDays(30))).isEqualTo(Status.OVERDUE);
        assertThat(status(planned, teacher, today.plusDays(30))).isEqualTo(Status.OVERDUE);
        assertThat(at(() -> planned.explanation(
                                Viewer.ofEverything(), kari, new RequirementCode("alle-etikk"), today.plusDays(30)))
                        .orElseThrow()
                        .rules()
                        .getFirst()
                        .criterion()
                        .results())
                .extracting(counted -> counted.result().achievedOn())
                .containsExactly(today.plusDays(30));
    }

    @Test
    void plannedLearningThatIsLateOrDueTodayCountsFromTomorrow() {
        assign(leader, to(new Audience.Unit(HELSE), today.minusDays(3)), today.minusDays(20));
        Coverage planned = forecasts.withPlanned();

        assertThat(of(kari, today)).extracting(task -> task.state(today)).containsExactly(Task.State.OVERDUE);
        assertThat(pairs(planned, kari, today)).isEqualTo(pairs(coverage, kari, today));
        assertThat(status(planned, kari, today.plusDays(1))).isEqualTo(Status.COVERED);
        assertThat(at(() -> planned.figures(
                                Viewer.ofEverything(),
                                Question.asOf(today.plusDays(1)).in(HELSE)))
                        .covered())
                .isEqualTo(2);
    }

    private void induction() {
        List<String> parts = List.of("DEL1", "HELSE", "SKOLE");
        List<Item> items = new ArrayList<>();
        List<Competence> competences = new ArrayList<>();
        List<AwardRule> rules = new ArrayList<>();
        for (String part : parts) {
            List<Criterion> each = new ArrayList<>();
            for (String kind : List.of("KURS", "NETT", "VEIL")) {
                items.add(item(part + "-" + kind));
                each.add(achieved(part + "-" + kind));
            }
            competences.add(competence(part));
            rules.add(new AwardRule(part, new CompetenceCode(part), Optional.empty(), new Criterion.All(each)));
        }
        beans.getBean(Competences.class).replaceAll(competences);
        beans.getBean(Items.class).replaceAll(items);
        beans.getBean(AwardRules.class).replaceAll(rules);
        beans.getBean(Requirements.class)
                .replaceAll(List.of(
                        requirement(
                                "del1", "DEL1", new TargetGroup.HiredFrom(today.minusYears(1)), Optional.empty(), 28),
                        requirement("del2-helse", "HELSE", new TargetGroup.InUnit(HELSE), Optional.empty(), 56),
                        requirement("del2-skole", "SKOLE", new TargetGroup.InUnit(SKOLE), Optional.empty(), 56)));
    }

    private void system(LocalDate live) {
        beans.getBean(Competences.class).replaceAll(List.of(competence("ARKIV")));
        beans.getBean(Items.class).replaceAll(List.of(item("ARKIV"), item("ARKIV-OPPFRISK")));
        Criterion short2 = new Criterion.All(List.of(
                achieved("ARKIV"),
                new Criterion.Achieved(
                        new ItemCode("ARKIV-OPPFRISK"), Optional.empty(), new ValidityPolicy.Months(24))));
        Criterion full = new Criterion.Achieved(new ItemCode("ARKIV"), Optional.empty(), new ValidityPolicy.Months(24));
        beans.getBean(AwardRules.class)
                .replaceAll(List.of(new AwardRule(
                        "ARKIV",
                        new CompetenceCode("ARKIV"),
                        Optional.empty(),
                        new Criterion.Any(List.of(full, short2)))));
        beans.getBean(Requirements.class)
                .replaceAll(List.of(
                        requirement("arkiv", "ARKIV", new TargetGroup.Role("arkivbruker"), Optional.of(live), 0)));
    }

    private static Item item(String code) {
        return new Item(
                new ItemCode(code),
                LocalizedName.of(code),
                Item.Kind.COURSE,
                Optional.empty(),
                Optional.of(BigDecimal.ONE),
                Item.LmsReference.NONE);
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

    private static Criterion achieved(String item) {
        return new Criterion.Achieved(new ItemCode(item), Optional.empty(), ValidityPolicy.FOREVER);
    }

    private static Requirement requirement(
            String code, String competence, TargetGroup group, Optional<LocalDate> due, int grace) {
        return new Requirement(
                new RequirementCode(code),
                LocalizedName.of(code),
                Category.MANDATORY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                new Requirement.OfPeople(new CompetenceCode(competence), Optional.empty(), group, due, grace));
    }

    private static Audience nurses(Optional<UnitCode> within) {
        return new Audience.Group(within, new TargetGroup.Position(Set.of("7170")));
    }

    private static Wish to(Audience audience, LocalDate due) {
        return wish(ETIKK, audience, new Due.On(due));
    }

    private Wish wish(Kind kind, Audience audience) {
        return new Wish(List.of(ETIKK), kind, audience, new Due.On(today.plusDays(30)), false, "", Optional.empty());
    }

    private static Wish wish(ItemCode item, Audience audience, Due due) {
        return new Wish(List.of(item), Kind.IMPOSED, audience, due, false, "Internkontroll", Optional.empty());
    }

    private AssignmentId assign(EmployeeId who, Wish wish) {
        return assign(who, wish, today);
    }

    private AssignmentId assign(EmployeeId who, Wish wish, LocalDate on) {
        return ((Outcome.Done) at(() -> assigning.assign(viewer(who), wish, on))).id();
    }

    private Outcome assigning(EmployeeId who, Wish wish) {
        return at(() -> assigning.assign(viewer(who), wish, today));
    }

    private Viewer viewer(EmployeeId who) {
        return viewers.of(fjordvik.visitor(who));
    }

    private List<Task> of(EmployeeId employee, LocalDate date) {
        return at(() -> standings.of(employee, date, today));
    }

    private List<EmployeeId> whose(LocalDate date) {
        List<EmployeeId> everybody = at(() -> jdbc.sql("select employee_id from employee")
                .query((row, _) -> new EmployeeId(row.getObject(1, UUID.class)))
                .list());
        List<EmployeeId> whose =
                everybody.stream().filter(each -> !of(each, date).isEmpty()).toList();
        int number = at(() -> counted.in(HELSE, date, today)).stream()
                .mapToInt(Counts.Count::tasks)
                .sum();
        assertThat(whose).as("as many as are counted").hasSize(number);
        return whose;
    }

    private Standing standing(AssignmentId id) {
        return at(() -> standings.of(viewer(hr), id, today)).orElseThrow();
    }

    private Assignment found(AssignmentId id) {
        return at(() -> assignments.find(id)).orElseThrow();
    }

    private void achieve(EmployeeId who, ItemCode item) {
        at(() -> ledger.record(new Result("test", UUID.randomUUID().toString(), who, item, today, Optional.empty())));
    }

    private List<Pair> pairs(Coverage from, EmployeeId who, LocalDate date) {
        return at(() -> from.pairs(Viewer.ofEverything(), Question.asOf(date).of(who), Optional.empty(), 100));
    }

    private Status status(Coverage from, EmployeeId who, LocalDate date) {
        return pairs(from, who, date).stream()
                .filter(pair -> pair.requirement().value().equals("alle-etikk"))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private long refusals() {
        return at(() -> jdbc.sql("select count(*) from assignment_refusal")
                .query(Long.class)
                .single());
    }

    private <T> T at(Supplier<T> work) {
        return fjordvik.in(() -> transactions.execute(_ -> work.get()));
    }
}
