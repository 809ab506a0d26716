package no.kompetansebro.coverage.engine;

import static no.kompetansebro.coverage.Status.COVERED;
import static no.kompetansebro.coverage.Status.EXPIRED;
import static no.kompetansebro.coverage.Status.EXPIRING;
import static no.kompetansebro.coverage.Status.OVERDUE;
import static no.kompetansebro.coverage.engine.Given.achieved;
import static no.kompetansebro.coverage.engine.Given.dates;
import static no.kompetansebro.coverage.engine.Given.demand;
import static no.kompetansebro.coverage.engine.Given.everyone;
import static no.kompetansebro.coverage.engine.Given.fjordvik;
import static no.kompetansebro.coverage.engine.Given.hours;
import static no.kompetansebro.coverage.engine.Given.kari;
import static no.kompetansebro.coverage.engine.Given.renewable;
import static no.kompetansebro.coverage.engine.Stands.assertThatIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.Timeline;
import org.junit.jupiter.api.Test;

/** Practices of municipalities about gatherings (their numbers are those of the list of practices). */
class GatheringPracticesTest {

    private static final TargetGroup LEADERS = new TargetGroup.LeaderLevel(Set.of("2", "3"));
    private static final TargetGroup NEW_LEADERS = new TargetGroup.All(List.of(
            LEADERS,
            new TargetGroup.Any(
                    List.of(new TargetGroup.HiredFrom(LocalDate.of(2011, 1, 1)), new TargetGroup.Role("new-leader")))));

    /** Sørum's six days for leaders: all of them for the new, the fifth (IT leadership) for the others. */
    private static Engine sixDays() {
        Given given = fjordvik();
        for (int day = 1; day <= 6; day++) {
            given.competence("day-" + day)
                    .rule("day-" + day, achieved("L-10" + day))
                    .requirement("leader-day-" + day, demand("day-" + day, day == 5 ? LEADERS : NEW_LEADERS, 365));
        }
        return given.engine();
    }

    private static Given.Who leaderSince(String date) {
        return kari().with(new Employment(
                "E-1",
                new UnitCode("ward-3"),
                "head",
                Optional.of("3"),
                BigDecimal.valueOf(100),
                dates(date, ""),
                Timeline.NEVER));
    }

    private static Set<String> needs(Engine engine, Given.Who who, String on) {
        Set<String> needs = new TreeSet<>();
        engine.needs(who.person(), LocalDate.parse(on))
                .forEach(need -> need.items().stream().map(ItemCode::value).forEach(needs::add));
        return needs;
    }

    @Test
    void a06ALeaderAppointedOn1February2011MustHaveSixDays() {
        assertThat(needs(sixDays(), leaderSince("2011-02-01"), "2011-03-10"))
                .containsExactly("L-101", "L-102", "L-103", "L-104", "L-105", "L-106");
    }

    @Test
    void a06ALeaderSince2008NeedsOnlyDayFive() {
        assertThat(needs(sixDays(), leaderSince("2008-02-01"), "2011-03-10")).containsExactly("L-105");
    }

    @Test
    void a06WhoHasWorkedHereLongAndIsMadeALeaderIsNewByTheRole() {
        Given.Who promoted = leaderSince("2011-02-01")
                .employed("ward-3", "nurse", "1998-08-01", "2011-02-01")
                .with(new RoleHeld("new-leader", dates("2011-02-01", "2013-02-01")));

        assertThat(needs(sixDays(), promoted, "2011-03-10")).hasSize(6);
    }

    @Test
    void a06ADayThatIsTakenIsNotNeededAgain() {
        Given.Who halfway = leaderSince("2011-02-01").did("L-101", "2011-03-03").did("L-102", "2011-03-17");

        assertThat(needs(sixDays(), halfway, "2011-04-07")).containsExactly("L-103", "L-104", "L-105", "L-106");
    }

    @Test
    void a07WhoHandlesInvoicesWithoutLeadingGetsThatDayOnly() {
        TargetGroup invoices = new TargetGroup.Any(List.of(LEADERS, new TargetGroup.Role("handles-invoices")));
        Given given = fjordvik();
        for (int day = 1; day <= 3; day++) {
            given.competence("day-" + day)
                    .rule("day-" + day, achieved("L-10" + day))
                    .requirement("leader-day-" + day, demand("day-" + day, day == 3 ? invoices : LEADERS, 365));
        }
        Given.Who secretary = kari().employed("school", "secretary", "2005-01-01", "");
        Given.Who invoicing = secretary.with(new RoleHeld("handles-invoices", dates("2010-01-01", "")));

        assertThat(needs(given.engine(), invoicing, "2011-03-10")).containsExactly("L-103");
        assertThat(needs(given.engine(), secretary, "2011-03-10")).isEmpty();
        assertThat(needs(given.engine(), leaderSince("2008-02-01"), "2011-03-10"))
                .hasSize(3);
    }

    private static Engine leadersInDecember() {
        return fjordvik()
                .competence("gathered")
                .rule("gathered", achieved("L-121", new ValidityPolicy.EndOfYear(1)))
                .requirement("yearly-gathering", everyone("gathered", 0))
                .engine();
    }

    @Test
    void a10December2010AndDecember2011CoverBothYears() {
        Given.Who leader = leaderSince("2008-02-01").did("L-121", "2010-12-02").did("L-121", "2011-12-15");

        assertThatIn(leadersInDecember(), leader)
                .is(COVERED, "2010-12-31")
                .is(COVERED, "2011-06-30")
                .is(EXPIRING, "2011-12-14")
                .is(COVERED, "2011-12-31")
                .is(EXPIRING, "2012-12-31")
                .is(EXPIRED, "2013-01-01");
    }

    @Test
    void a10January2011DoesNotCover2010() {
        Given.Who leader = leaderSince("2008-02-01").did("L-121", "2011-01-20");

        assertThatIn(leadersInDecember(), leader)
                .is(OVERDUE, "2010-12-31")
                .is(COVERED, "2011-01-31")
                .is(EXPIRING, "2012-12-31");
    }

    @Test
    void everyAlternativeIsNeededUntilOneIsTaken() {
        Engine engine = fjordvik()
                .competence("ethics")
                .rule("ethics", new Criterion.Any(List.of(achieved("e-module"), achieved("classroom"))))
                .requirement("ethics", everyone("ethics", 0))
                .engine();

        assertThat(needs(engine, leaderSince("2008-02-01"), "2011-03-10")).containsExactly("classroom", "e-module");
        assertThat(needs(engine, leaderSince("2008-02-01").did("classroom", "2011-01-01"), "2011-03-10"))
                .isEmpty();
    }

    @Test
    void ofSeveralPartsThoseThatAreMissingAreNeeded() {
        Engine engine = fjordvik()
                .competence("leadership")
                .rule(
                        "leadership",
                        new Criterion.All(List.of(
                                achieved("L-101"),
                                new Criterion.AtLeast(
                                        2, List.of(achieved("L-102"), achieved("L-103"), achieved("L-104"))))))
                .requirement("leadership", everyone("leadership", 0))
                .engine();

        assertThat(needs(engine, leaderSince("2008-02-01").did("L-101", "2010-05-01"), "2011-03-10"))
                .containsExactly("L-102", "L-103", "L-104");
        assertThat(needs(
                        engine,
                        leaderSince("2008-02-01").did("L-102", "2010-05-01").did("L-104", "2010-06-01"),
                        "2011-03-10"))
                .containsExactly("L-101");
    }

    @Test
    void whatEndsWithinItsWarningIsNeededAgain() {
        Engine engine = fjordvik()
                .competence("first-aid")
                .rule("first-aid", achieved("course", renewable(24, 60)))
                .requirement("first-aid", everyone("first-aid", 0))
                .engine();
        Given.Who trained = leaderSince("2008-02-01").did("course", "2010-05-01");

        assertThat(needs(engine, trained, "2012-01-31")).isEmpty();
        assertThat(needs(engine, trained, "2012-04-01")).containsExactly("course");
        assertThat(needs(engine, trained.exempt("first-aid", "2012-01-01", "2013-01-01"), "2012-04-01"))
                .isEmpty();
    }

    @Test
    void hoursAreNeededUntilThereAreEnough() {
        Engine engine = fjordvik()
                .competence("safety")
                .item("part-1", "24")
                .item("part-2", "16")
                .rule("safety", hours("40", 0, "part-1", "part-2"))
                .requirement("safety", everyone("safety", 0))
                .engine();

        assertThat(needs(engine, leaderSince("2008-02-01").did("part-1", "2010-05-01"), "2011-03-10"))
                .contains("part-2");
        assertThat(needs(
                        engine,
                        leaderSince("2008-02-01").did("part-1", "2010-05-01").did("part-2", "2010-06-01"),
                        "2011-03-10"))
                .isEmpty();
    }
}
