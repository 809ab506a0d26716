package no.kompetansebro.training.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalMattersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final RequirementCode FIRE = new RequirementCode("K-BV");
    private static final EmployeeId KARI = new EmployeeId(UUID.randomUUID());

    /** Switched on on Saturday 21 November 2026 at noon; at eight, on Mondays, 30, 7 and 0 days ahead. */
    private static final Settings SETTINGS = new Settings(
            Optional.of(Instant.parse("2026-11-21T11:00:00Z")),
            8,
            DayOfWeek.MONDAY,
            List.of(7, 0, 30),
            7,
            "ikke-svar@fjordvik.kommune.no",
            Language.NB);

    @ParameterizedTest
    @CsvSource({"31, ", "30, 30", "8, 30", "7, 7", "1, 7", "0, 0"})
    void c01_isInTheStepOfTheFewestDaysAheadThatAreReached(int daysLeft, Integer step) {
        assertThat(SETTINGS.step(daysLeft)).isEqualTo(Optional.ofNullable(step));
    }

    @Test
    void countsToTheLastDayThatIsInTime() {
        assertThat(of(due(TODAY.plusDays(8)))).containsExactly(deadline(TODAY.plusDays(7), 7));
        assertThat(of(due(TODAY.plusDays(9)))).containsExactly(deadline(TODAY.plusDays(8), 30));
        assertThat(of(due(TODAY.plusDays(32)))).isEmpty();
    }

    @Test
    void c01_saysEachStepOnceAndNoneThatALaterOneHasCovered() {
        Matter week = deadline(TODAY.plusDays(7), 7);
        Matter month = deadline(TODAY.plusDays(7), 30);

        assertThat(PersonalMatters.unsaid(List.of(week), List.of(month))).containsExactly(week);
        assertThat(PersonalMatters.unsaid(List.of(week), List.of(month, week))).isEmpty();
        assertThat(PersonalMatters.unsaid(List.of(month), List.of(week))).isEmpty();
    }

    @Test
    void saysItAnewForANewDeadline() {
        Matter next = deadline(TODAY.plusDays(30), 30);

        assertThat(PersonalMatters.unsaid(List.of(next), List.of(deadline(TODAY.minusDays(300), 0))))
                .containsExactly(next);
    }

    @Test
    void anExpiredHoldingIsSaidOnceForTheDayOnWhichItLapsed() {
        Pair expired = pair(Status.EXPIRED, TODAY.minusYears(1), Optional.empty());
        List<Matter> first = matters(List.of(expired), Map.of(FIRE, TODAY.minusDays(3)), List.of());

        assertThat(first).containsExactly(new Matter(Matter.Kind.PASSED, "K-BV", TODAY.minusDays(3), 0));
        assertThat(PersonalMatters.unsaid(first, first)).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsCoveredOrExempt() {
        assertThat(of(pair(Status.COVERED, TODAY, Optional.of(TODAY.plusYears(1)))))
                .isEmpty();
        assertThat(of(pair(Status.EXEMPT, TODAY, Optional.empty()))).isEmpty();
    }

    @Test
    void aNewTaskIsToldOfOnceWhateverBecomesOfItsDueDate() {
        List<Matter> first = matters(List.of(), Map.of(), List.of(task(TODAY.plusDays(5))));
        List<Matter> told = PersonalMatters.unsaid(first, List.of());
        List<Matter> moved = matters(List.of(), Map.of(), List.of(task(TODAY.plusDays(200))));

        assertThat(told)
                .containsExactly(
                        new Matter(Matter.Kind.ASSIGNED, "oppdrag-1", TODAY, 0),
                        new Matter(Matter.Kind.TASK_DEADLINE, "oppdrag-1", TODAY.plusDays(5), 7));
        assertThat(PersonalMatters.unsaid(moved, told)).isEmpty();
        assertThat(PersonalMatters.unsaid(matters(List.of(), Map.of(), List.of(task(TODAY.minusDays(1)))), told))
                .containsExactly(new Matter(Matter.Kind.TASK_PASSED, "oppdrag-1", TODAY.minusDays(1), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:00Z, , ", // Sunday
        "2026-11-23T06:59:00Z, , ", // Monday before eight
        "2026-11-23T07:00:00Z, 2026-11-23, 2026-11-23",
        "2026-11-25T20:00:00Z, 2026-11-25, 2026-11-23", // nothing ran since Sunday
        "2026-11-27T08:00:00Z, 2026-11-27, 2026-11-23",
        "2026-11-28T08:00:00Z, , ", // Saturday
        "2026-11-30T08:00:00Z, 2026-11-30, 2026-11-30",
    })
    void looksOnWorkingDaysAndOnceAWeekForLeaders(Instant now, LocalDate people, LocalDate leaders) {
        Slots slots = new Slots(SETTINGS, OSLO);

        assertThat(slots.people(now)).isEqualTo(Optional.ofNullable(people));
        assertThat(slots.leaders(now)).isEqualTo(Optional.ofNullable(leaders));
    }

    @Test
    void doesNotLookForWhatWasBeforeItWasSwitchedOn() {
        Settings onSince = new Settings(
                Optional.of(Instant.parse("2026-11-23T09:00:00Z")),
                8,
                DayOfWeek.MONDAY,
                List.of(0),
                7,
                "ikke-svar@fjordvik.kommune.no",
                Language.NB);

        assertThat(new Slots(onSince, OSLO).people(Instant.parse("2026-11-23T10:00:00Z")))
                .isEmpty();
        assertThat(new Slots(onSince, OSLO).people(Instant.parse("2026-11-24T07:00:00Z")))
                .contains(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @CsvSource({
        "kari@fjordvik.kommune.no, true",
        "kari.nordmann+kurs@fjordvik.no, true",
        "kari, false",
        "'kari@fjordvik.no, ola@fjordvik.no', false",
        "'Kari <kari@fjordvik.no>', false",
        "'kari@fjordvik.no\r\nBcc: alle@fjordvik.no', false",
    })
    void writesToOnePlainAddressOnly(String address, boolean fine) {
        assertThat(Mail.isAddress(address)).isEqualTo(fine);
    }

    @Test
    void keepsTextOnOneLine() {
        assertThat(Mail.oneLine("Fjordvik\r\nBcc: alle@fjordvik.no\u2028\u202Eonlaf"))
                .isEqualTo("Fjordvik Bcc: alle@fjordvik.no onlaf");
    }

    @Test
    void waitsLongerAfterEachRefusal() {
        assertThat(List.of(LetterDelivery.pause(1), LetterDelivery.pause(2), LetterDelivery.pause(9)))
                .extracting(java.time.Duration::toMinutes)
                .containsExactly(5L, 10L, 360L);
    }

    private static List<Matter> of(Pair pair) {
        return matters(List.of(pair), Map.of(), List.of());
    }

    private static List<Matter> matters(
            List<Pair> pairs, Map<RequirementCode, LocalDate> lapsed, List<RemindableTasks.Task> tasks) {
        return new PersonalMatters(SETTINGS, TODAY).of(pairs, lapsed, tasks);
    }

    private static Matter deadline(LocalDate lastDay, int step) {
        return new Matter(Matter.Kind.DEADLINE, "K-BV", lastDay, step);
    }

    private static RemindableTasks.Task task(LocalDate due) {
        return new RemindableTasks.Task(KARI, "oppdrag-1", LocalizedName.of("Brannvern for ansatte"), TODAY, due);
    }

    private static Pair due(LocalDate deadline) {
        return pair(Status.DUE, deadline, Optional.empty());
    }

    private static Pair pair(Status status, LocalDate deadline, Optional<LocalDate> heldUntil) {
        return new Pair(
                KARI,
                new EmployeeNumber("1001"),
                FIRE,
                status,
                deadline,
                heldUntil.map(until -> until.minusYears(2)),
                heldUntil,
                Optional.empty());
    }
}
